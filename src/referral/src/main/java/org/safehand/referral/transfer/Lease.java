package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Which node sends, and until when (by the database's clock) nobody else may. */
public record Lease(String node, Instant until) {
  /** Refuses nulls. */
  public Lease {
    requireNonNull(node, "node is null");
    requireNonNull(until, "until is null");
  }
}
