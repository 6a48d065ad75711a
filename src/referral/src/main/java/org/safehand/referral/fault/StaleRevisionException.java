package org.safehand.referral.fault;

/** A change of something that has changed since it was loaded. The unit of work rolls back. */
public final class StaleRevisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** That {@code subject} is no longer at the revision before the one to be saved. */
  public StaleRevisionException(Object subject) {
    super("changed by another since it was loaded: " + subject);
  }
}
