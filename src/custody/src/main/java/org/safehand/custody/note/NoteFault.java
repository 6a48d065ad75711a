package org.safehand.custody.note;

/** Why a signed note is refused. */
public enum NoteFault {
  /** Not a note in its only spelling, or its text is not a checkpoint. */
  MALFORMED,
  /** A signature line belongs to no trusted key. */
  UNKNOWN_SIGNER,
  /** A signature of a trusted key does not hold. */
  BAD_SIGNATURE,
  /** No trusted log key signed. */
  UNSIGNED,
  /** Fewer witnesses cosigned than the policy asks. */
  QUORUM,
  /** The checkpoint is of another log. */
  WRONG_ORIGIN
}
