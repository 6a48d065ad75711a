package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.access.StaffNumber;

/**
 * How an exhibit came here.
 *
 * @param method for example {@code upload}
 * @param operator who took it in
 * @param completedAt when the last byte had been stored and compared
 */
public record Acquisition(String method, StaffNumber operator, Instant completedAt) {
  /** Refuses nulls. */
  public Acquisition {
    requireNonNull(method, "method is null");
    requireNonNull(operator, "operator is null");
    requireNonNull(completedAt, "completedAt is null");
  }
}
