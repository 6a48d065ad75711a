package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Why a dispatch waits for a person.
 *
 * @param code stable, for example {@code retries-exhausted}
 * @param detail one sentence; no case content
 * @param at when
 */
public record Suspension(String code, String detail, Instant at) {
  /** Refuses nulls. */
  public Suspension {
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(at, "at is null");
  }
}
