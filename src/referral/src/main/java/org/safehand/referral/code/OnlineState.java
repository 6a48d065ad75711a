package org.safehand.referral.code;

/** Whether it was still there. */
public enum OnlineState implements Code {
  /** Reachable. */
  ONLINE,
  /** Taken down. */
  REMOVED,
  /** Not reachable. */
  UNAVAILABLE,
  /** Elsewhere now. */
  MOVED
}
