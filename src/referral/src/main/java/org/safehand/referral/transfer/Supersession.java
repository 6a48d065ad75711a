package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.id.DispatchId;

/**
 * That another dispatch stands in the place of this one. By whom and why is in the custody log.
 *
 * @param by the other dispatch
 * @param at when
 */
public record Supersession(DispatchId by, Instant at) {
  /** Refuses nulls. */
  public Supersession {
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
  }
}
