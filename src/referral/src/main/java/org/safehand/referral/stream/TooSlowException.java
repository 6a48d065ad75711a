package org.safehand.referral.stream;

import java.io.IOException;

/** An exhibit passes slower than {@link Pace} asks. */
public final class TooSlowException extends IOException {
  private static final long serialVersionUID = 1L;

  TooSlowException(long bytes) {
    super("slower than " + Pace.MIN_BYTES_A_SECOND + " bytes a second, after " + bytes);
  }
}
