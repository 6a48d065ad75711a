package org.safehand.sequencer.witness;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;

/** Where the asking of one witness stands. Times are of {@link System#nanoTime}. */
final class Submission {
  private static final long ALARM_NANOS = Duration.ofMinutes(1).toNanos();

  private final WitnessAddress witness;
  private final long pauseNanos;
  private long size;
  private Optional<Future<Void>> asked = Optional.empty();
  private boolean misled;
  private long notBefore = System.nanoTime();
  private long nextAlarm = System.nanoTime();

  /** Nothing was asked yet; after an unusable answer {@code pause} passes. */
  Submission(WitnessAddress witness, Duration pause) {
    this.witness = requireNonNull(witness, "witness is null");
    this.pauseNanos = pause.toNanos();
  }

  WitnessAddress witness() {
    return witness;
  }

  /** The size that the witness has cosigned last, as far as known; 0 if that is not known. */
  long size() {
    return size;
  }

  /** Whether it may be asked now: no answer is awaited and no pause runs. */
  boolean isDue() {
    return asked.isEmpty() && System.nanoTime() - notBefore >= 0;
  }

  /** Asked; one of the methods below is called once {@code answer} is there. */
  void ask(Future<Void> answer) {
    asked = Optional.of(answer);
  }

  void cosigned(long cosignedSize) {
    asked = Optional.empty();
    misled = false;
    size = cosignedSize;
  }

  /** The witness named another size; if it does so again, not without a pause. */
  void otherSize(long named) {
    asked = Optional.empty();
    size = named;
    if (misled) {
      pause();
    }
    misled = true;
  }

  /** No usable answer; told at once and then each minute. */
  void failed(String reason, PrintStream alarms) {
    asked = Optional.empty();
    pause();
    if (System.nanoTime() - nextAlarm >= 0) {
      nextAlarm = System.nanoTime() + ALARM_NANOS;
      alarms.println("ALARM witness " + witness + " does not cosign: " + reason);
    }
  }

  private void pause() {
    notBefore = System.nanoTime() + pauseNanos;
  }
}
