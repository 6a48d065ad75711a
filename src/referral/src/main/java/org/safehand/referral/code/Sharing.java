package org.safehand.referral.code;

/** How far it may be shared (Traffic Light Protocol 2.0). */
public enum Sharing implements Code {
  /** The named recipients only. */
  RED,
  /** The recipient's organisation only. */
  AMBER_STRICT,
  /** The organisation and its clients. */
  AMBER,
  /** The community. */
  GREEN,
  /** No limit. */
  CLEAR;

  @Override
  public String wire() {
    return this == AMBER_STRICT ? "AMBER+STRICT" : name();
  }
}
