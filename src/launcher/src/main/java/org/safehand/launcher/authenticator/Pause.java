package org.safehand.launcher.authenticator;

import java.time.Instant;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
  /** Returns at {@code time} or a little later. */
  void until(Instant time) throws InterruptedException;
}
