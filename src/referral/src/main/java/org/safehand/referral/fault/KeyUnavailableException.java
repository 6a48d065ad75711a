package org.safehand.referral.fault;

/** A key that was destroyed, or that does not belong where it was used. */
public final class KeyUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence that names no key. */
  public KeyUnavailableException(String message) {
    super(message);
  }

  /** With a sentence that names no key, and what was found. */
  public KeyUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
