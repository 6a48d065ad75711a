package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.id.ReferralId;

/**
 * A request to have an exhibit in clear.
 *
 * @param referral the version that it is an exhibit of
 * @param number its exhibit number
 * @param purpose what for; may speak of the case
 */
public record OpeningOrder(ReferralId referral, int number, String purpose) {
  /** Refuses nulls. */
  public OpeningOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(purpose, "purpose is null");
  }

  /** Whether a purpose was said at all; the authorization table asks for that. */
  boolean saysPurpose() {
    return !purpose.isBlank();
  }
}
