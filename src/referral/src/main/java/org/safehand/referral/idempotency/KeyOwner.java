package org.safehand.referral.idempotency;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;

/** A key is its sender's own, per operation: others may use the same text. */
public record KeyOwner(String key, StaffNumber actor, Operation operation) {
  /** Refuses nulls. */
  public KeyOwner {
    requireNonNull(key, "key is null");
    requireNonNull(actor, "actor is null");
    requireNonNull(operation, "operation is null");
  }
}
