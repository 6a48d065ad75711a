package org.safehand.referral.intake;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.idempotency.RequestKey;

/** A request to open a referral. */
public record NewReferral(RequestKey key, JsonObject document) {
  /** Refuses nulls. */
  public NewReferral {
    requireNonNull(key, "key is null");
    requireNonNull(document, "document is null");
  }
}
