package org.safehand.referral.glass;

/** The states of a broken glass, as they are stored and shown. */
public enum GlassState {
  /** Whoever broke it may read. */
  OPEN,
  /** Nobody reads any more; an auditor has not reviewed it yet. */
  ENDED,
  /** An auditor has said what they found. */
  REVIEWED
}
