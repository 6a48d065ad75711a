package org.safehand.referral.idempotency;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/** What was done under a key: for which request, and the id of the result. */
public record KeptResult(Digest request, String result) {
  /** Refuses nulls. */
  public KeptResult {
    requireNonNull(request, "request is null");
    requireNonNull(result, "result is null");
  }
}
