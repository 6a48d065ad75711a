package org.safehand.referral.draft;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.id.ReferralId;

/**
 * That an exhibit is to be taken out of a draft.
 *
 * @param referral of which
 * @param revision that was read
 * @param number the exhibit's
 * @param reason why
 */
public record RemovalOrder(ReferralId referral, long revision, int number, String reason) {
  /** Refuses nulls. */
  public RemovalOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(reason, "reason is null");
  }
}
