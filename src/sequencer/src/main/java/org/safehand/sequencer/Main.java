package org.safehand.sequencer;

import java.time.Clock;

/** Starts the sequencer from the environment; SIGTERM ends it after the round under way. */
public final class Main {
  private static final long STOP_MILLIS = 10_000;

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      Service service =
          new Service(Settings.of(System.getenv()), Clock.systemUTC(), System.out, System.err);
      Thread main = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, main)));
      service.run();
    } catch (SequencerException e) {
      System.err.println("sequencer refuses to serve: " + e.getMessage());
      // halt and not exit: the shutdown hook waits for this very thread
      Runtime.getRuntime().halt(1);
    }
  }

  private static void stop(Service service, Thread main) {
    service.stop();
    try {
      main.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
