package org.safehand.launcher.signin;

/** Somebody could not be signed in. */
public final class SignInException extends Exception {
  private static final long serialVersionUID = 1L;

  public SignInException(String message) {
    super(message);
  }
}
