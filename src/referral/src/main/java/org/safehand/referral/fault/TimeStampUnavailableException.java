package org.safehand.referral.fault;

/** No time-stamp could be had now; what needs it waits. */
public final class TimeStampUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what happened. */
  public TimeStampUnavailableException(String message) {
    super(message);
  }

  /** With what happened, and why. */
  public TimeStampUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
