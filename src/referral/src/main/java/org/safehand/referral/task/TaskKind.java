package org.safehand.referral.task;

/** What there is to do. */
public enum TaskKind {
  /** Build, sign and time-stamp the case file of a submitted referral; the subject is its id. */
  SEAL,
  /** Make the headers of a dispatch and authorise its transmission; the subject is its id. */
  AUTHORISE,
  /** Package a dispatch whose authorisation is witnessed; the subject is its id. */
  PACKAGE
}
