package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/**
 * A sealed referral that was taken back, before its release or before any of it was sent; final.
 */
public record WithdrawnReferral(
    ReferralVersion version, Submission submission, Seal seal, Closing closing)
    implements Referral {
  /** Refuses nulls. */
  public WithdrawnReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
    requireNonNull(seal, "seal is null");
    requireNonNull(closing, "closing is null");
  }

  @Override
  public WithdrawnReferral assign(StaffNumber assignee) {
    return new WithdrawnReferral(version.assigned(assignee), submission, seal, closing);
  }

  @Override
  public ReferralState state() {
    return ReferralState.WITHDRAWN;
  }
}
