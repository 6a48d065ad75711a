package org.safehand.systemtests.tamper.scene;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does: asks again until it holds, never for a fixed time. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private Patience() {}

  /** What is asked again and again. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Returns when {@code condition} holds; fails, naming {@code what}, when it does not in time. */
  static void until(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + LIMIT + ": " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
