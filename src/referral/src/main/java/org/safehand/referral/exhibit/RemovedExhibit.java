package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.StaffNumber;

/**
 * The tombstone of an exhibit that was taken out of a draft: no seal has it, nobody opens it, and
 * its number is given to no other. What was stored of it stays until the case is purged.
 *
 * @param exhibit what it was
 * @param by who took it out
 * @param at when
 * @param reason why
 */
public record RemovedExhibit(Exhibit exhibit, StaffNumber by, Instant at, String reason) {
  /** Refuses nulls. */
  public RemovedExhibit {
    requireNonNull(exhibit, "exhibit is null");
    requireNonNull(by, "by is null");
    requireNonNull(at, "at is null");
    requireNonNull(reason, "reason is null");
  }
}
