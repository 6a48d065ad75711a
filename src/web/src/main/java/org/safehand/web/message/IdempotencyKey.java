package org.safehand.web.message;

import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** The field Idempotency-Key, by which a retry is known to be one. */
public final class IdempotencyKey {
  private IdempotencyKey() {}

  /**
   * The key in {@code header}, for the request that says {@code request}; the layout of its JSON
   * does not matter.
   *
   * @throws ProblemException idempotency-key-missing or parameter-malformed
   */
  public static RequestKey required(@Nullable String header, JsonObject request) {
    if (header == null) {
      throw new ProblemException(WebCode.IDEMPOTENCY_KEY_MISSING, "");
    }
    if (!RequestKey.isWellFormed(header)) {
      throw new ProblemException(
          WebCode.PARAMETER_MALFORMED, "Idempotency-Key has 1 to 128 visible ASCII characters");
    }
    return new RequestKey(header, Digest.of(Jcs.write(request)));
  }
}
