package org.safehand.referral.stream;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * A fixed number of pairs of buffers of one segment each, lent in the order of asking. Who asks for
 * one more waits for a while, and is then refused with {@code gateway-busy}. Safe for several
 * threads.
 *
 * <p>What is lent is all the memory that intake needs: a segment is encrypted in the buffer that it
 * was read into.
 */
public final class SegmentBuffers {
  /** As many pairs as a gateway with a heap of 512 MiB lends to intake: 128 MiB of it. */
  public static final int OF_INTAKE = 4;

  private static final Duration SOON = Duration.ofSeconds(20);

  private static final int ROOM = SegmentFacts.MAX_BYTES + Tag.LENGTH;

  private final Semaphore permits;
  private final Duration patience;
  private final ConcurrentLinkedQueue<Pair> idle = new ConcurrentLinkedQueue<>();

  /**
   * At most {@code count} pairs at once, each of 32 MiB; made when they are first needed.
   *
   * @param patience how long who asks for one more waits
   */
  public SegmentBuffers(int count, Duration patience) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one pair of buffers is needed");
    }
    this.permits = new Semaphore(count, true);
    this.patience = requireNonNull(patience, "patience is null");
  }

  /** What a gateway takes exhibits in with. */
  public static SegmentBuffers ofIntake() {
    return new SegmentBuffers(OF_INTAKE, Duration.ofMinutes(2));
  }

  /**
   * What it decrypts exhibits in: 64 MiB. Not those of intake, which who takes their bytes slowly
   * would hold up. Readers take turns, segment by segment, and one has them for five minutes at
   * most ({@link Pace}).
   */
  public static SegmentBuffers ofReading() {
    return new SegmentBuffers(2, Duration.ofMinutes(10));
  }

  private static final class Pair {
    private final byte[] first = new byte[ROOM];
    private final byte[] second = new byte[ROOM];

    void wipe() {
      Arrays.fill(first, (byte) 0);
      Arrays.fill(second, (byte) 0);
    }
  }

  /**
   * Whether a pair is there now, or soon: {@link #SOON} is how long who has not begun yet waits.
   * Another may still be faster.
   */
  Outcome<SegmentBuffers> free() {
    if (!taken(patience.compareTo(SOON) < 0 ? patience : SOON)) {
      return busy();
    }
    permits.release();
    return Outcome.done(this);
  }

  /**
   * What {@code use} makes with two buffers, each with room for the largest segment and its tag,
   * whose content is wiped afterwards.
   */
  <T> Outcome<T> lend(BiFunction<byte[], byte[], Outcome<T>> use) {
    if (!taken(patience)) {
      return busy();
    }
    try {
      Pair pooled = idle.poll();
      Pair pair = pooled == null ? new Pair() : pooled;
      try {
        return use.apply(pair.first, pair.second);
      } finally {
        pair.wipe();
        idle.add(pair);
      }
    } finally {
      permits.release();
    }
  }

  private boolean taken(Duration time) {
    try {
      return permits.tryAcquire(time.toNanos(), NANOSECONDS);
    } catch (InterruptedException stopping) {
      // the refusal ends what the thread does
      return false;
    }
  }

  private static <T> Outcome<T> busy() {
    return Outcome.refused(
        RefusalCode.GATEWAY_BUSY, "too many exhibits pass through at this time; ask again");
  }
}
