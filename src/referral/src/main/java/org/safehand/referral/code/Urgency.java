package org.safehand.referral.code;

/** How soon it must be sent and answered. */
public enum Urgency implements Code {
  /** Risk to life. */
  U0,
  /** Urgent. */
  U1,
  /** Standard. */
  U2,
  /** Bulk or known. */
  U3;

  @Override
  public String wire() {
    return name();
  }
}
