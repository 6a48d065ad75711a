package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to take a release back.
 *
 * @param referral which
 * @param revision what the supervisor has read
 * @param reason why
 */
public record WithdrawOrder(ReferralId referral, long revision, String reason) {
  /** Refuses nulls. */
  public WithdrawOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(reason, "reason is null");
  }

  /** What {@code person} must have proven themselves for: this referral, for this reason. */
  public ProvenAct binding(StaffNumber person) {
    return ProvenAct.because(
        person, Operation.WITHDRAW_RELEASED, referral.toString(), revision, reason);
  }
}
