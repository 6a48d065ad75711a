package org.safehand.referral.code;

/** How sure the hotline is. */
public enum Confidence implements Code {
  /** Corroborated. */
  HIGH,
  /** Likely. */
  MEDIUM,
  /** Possible. */
  LOW
}
