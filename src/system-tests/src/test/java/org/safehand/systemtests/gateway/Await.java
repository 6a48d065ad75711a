package org.safehand.systemtests.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does: asks again until it holds, never for a fixed time. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /** What is asked again and again. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** Returns when {@code condition} holds; fails, naming {@code what}, when it does not in time. */
  public static void until(String what, Duration limit, Condition condition) throws Exception {
    Instant end = Instant.now().plus(limit);
    while (!condition.holds()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + limit + ": " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
