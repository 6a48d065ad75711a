package org.safehand.referral.code;

/** What the receiver may do with it (EU handling codes). */
public enum UseCode implements Code {
  /** Police purposes, without further condition. */
  H0,
  /** Not as evidence without permission. */
  H1,
  /** Not to be passed on without permission. */
  H2,
  /** Other; the restriction is given as text. */
  H3;

  @Override
  public String wire() {
    return name();
  }
}
