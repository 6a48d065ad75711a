package org.safehand.referral.life;

/** The states of a referral version, as they are stored and shown. */
public enum ReferralState {
  /** Being written; only its author changes it. */
  DRAFT,
  /** Submitted; waits for its case file to be signed and time-stamped. */
  SEALING,
  /** Sealed; its digest is known; waits for a second person. */
  IN_REVIEW,
  /** Released by the first of two supervisors to a high-risk agency; waits for the second. */
  ENDORSED,
  /** Sent back with a reason; the sealed version stays as it is. */
  RETURNED,
  /** Released to named recipients; each has a dispatch. */
  RELEASED,
  /** Taken back before release. */
  WITHDRAWN
}
