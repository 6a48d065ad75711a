package org.safehand.referral.handover;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.idempotency.RequestKey;

/** A request to put somebody on duty: {@code person}, {@code from}, {@code until}. */
public record NewShift(RequestKey key, JsonObject document) {
  /** Refuses nulls. */
  public NewShift {
    requireNonNull(key, "key is null");
    requireNonNull(document, "document is null");
  }
}
