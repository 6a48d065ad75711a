package org.safehand.referral.idempotency;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;

/**
 * What the sender of a request says about it.
 *
 * @param value the Idempotency-Key: 1 to 128 visible ASCII characters
 * @param request SHA-256 of all that the request says
 */
public record RequestKey(String value, Digest request) {
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  /** Refuses a malformed key. */
  public RequestKey {
    requireNonNull(value, "value is null");
    requireNonNull(request, "request is null");
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a key has 1 to 128 visible ASCII characters");
    }
  }

  /** Whether {@code text} can be a key. */
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }
}
