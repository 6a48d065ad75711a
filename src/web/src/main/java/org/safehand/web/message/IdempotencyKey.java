package org.safehand.web.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The field Idempotency-Key, by which a retry is known to be one. */
public final class IdempotencyKey {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private IdempotencyKey() {}

  /**
   * The key in {@code header}.
   *
   * @throws ProblemException idempotency-key-missing or parameter-malformed
   */
  public static String required(@Nullable String header) {
    if (header == null) {
      throw new ProblemException(WebCode.IDEMPOTENCY_KEY_MISSING, "");
    }
    if (!KEY.matcher(header).matches()) {
      throw new ProblemException(
          WebCode.PARAMETER_MALFORMED, "Idempotency-Key has 8 to 64 of A-Z a-z 0-9 - _");
    }
    return header;
  }
}
