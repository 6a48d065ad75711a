package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/** A sealed referral that was sent back; final. A change is a new version. */
public record ReturnedReferral(
    ReferralVersion version, Submission submission, Seal seal, Closing closing)
    implements Referral {
  /** Refuses nulls. */
  public ReturnedReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
    requireNonNull(seal, "seal is null");
    requireNonNull(closing, "closing is null");
  }

  @Override
  public ReturnedReferral assign(StaffNumber assignee) {
    return new ReturnedReferral(version.assigned(assignee), submission, seal, closing);
  }

  @Override
  public ReferralState state() {
    return ReferralState.RETURNED;
  }
}
