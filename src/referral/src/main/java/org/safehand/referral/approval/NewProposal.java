package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.json.JsonObject;
import org.safehand.referral.idempotency.RequestKey;

/** A request to propose a change. */
public record NewProposal(RequestKey key, JsonObject document) {
  /** Refuses nulls. */
  public NewProposal {
    requireNonNull(key, "key is null");
    requireNonNull(document, "document is null");
  }
}
