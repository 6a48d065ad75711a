package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/** A sealed referral that waits for a second person. */
public record SealedReferral(ReferralVersion version, Submission submission, Seal seal)
    implements ReferralInReview {
  /** Refuses nulls. */
  public SealedReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
    requireNonNull(seal, "seal is null");
  }

  /** Released to the recipients of {@code release}. */
  public ReleasedReferral release(Release release) {
    return new ReleasedReferral(version.next(), submission, seal, release);
  }

  /** Released by the first of two supervisors, and by nobody else yet. */
  public EndorsedReferral endorse(Endorsement endorsement) {
    return new EndorsedReferral(version.next(), submission, seal, endorsement);
  }

  @Override
  public SealedReferral assign(StaffNumber assignee) {
    return new SealedReferral(version.assigned(assignee), submission, seal);
  }

  @Override
  public ReferralState state() {
    return ReferralState.IN_REVIEW;
  }
}
