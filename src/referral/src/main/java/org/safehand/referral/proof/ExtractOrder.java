package org.safehand.referral.proof;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.extract.ExtractLevel;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.RequestKey;

/**
 * What kind of extract is asked for.
 *
 * @param referral of which case
 * @param level how much of each event is opened
 * @param purpose what for; stands in the header of the event
 * @param toDate whether the next tag key is revealed, so that later events can be counted
 * @param key by which a repetition is known
 */
public record ExtractOrder(
    ReferralId referral, ExtractLevel level, String purpose, boolean toDate, RequestKey key) {
  /** Refuses nulls. */
  public ExtractOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(level, "level is null");
    requireNonNull(purpose, "purpose is null");
    requireNonNull(key, "key is null");
  }
}
