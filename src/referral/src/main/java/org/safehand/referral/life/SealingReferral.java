package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/** A submitted referral whose case file is not yet signed and time-stamped. */
public record SealingReferral(ReferralVersion version, Submission submission) implements Referral {
  /** Refuses nulls. */
  public SealingReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
  }

  /** Sealed, and in review. */
  public SealedReferral seal(Seal seal) {
    return new SealedReferral(version.next(), submission, seal);
  }

  @Override
  public SealingReferral assign(StaffNumber assignee) {
    return new SealingReferral(version.assigned(assignee), submission);
  }

  @Override
  public ReferralState state() {
    return ReferralState.SEALING;
  }
}
