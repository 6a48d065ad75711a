package org.safehand.web.backchannel;

/** A logout token that ends no session. */
public final class LogoutTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** {@code message} says what is wrong with it, and quotes nothing of it. */
  public LogoutTokenException(String message) {
    super(message);
  }

  /** The same with what found it. */
  public LogoutTokenException(String message, Throwable cause) {
    super(message, cause);
  }
}
