package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/** A sealed referral that waits for a second person. */
public record SealedReferral(ReferralVersion version, Submission submission, Seal seal)
    implements Referral {
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

  /** Sent back to its author. */
  public ReturnedReferral sendBack(Closing closing) {
    return new ReturnedReferral(version.next(), submission, seal, closing);
  }

  /** Taken back. */
  public WithdrawnReferral withdraw(Closing closing) {
    return new WithdrawnReferral(version.next(), submission, seal, closing);
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
