package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/**
 * A released referral. Its dispatches live on their own; before any was sent it can be taken back.
 */
public record ReleasedReferral(
    ReferralVersion version, Submission submission, Seal seal, Release release)
    implements Referral {
  /** Refuses nulls. */
  public ReleasedReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
    requireNonNull(seal, "seal is null");
    requireNonNull(release, "release is null");
  }

  /** Taken back: nothing of it was sent. */
  public WithdrawnReferral withdraw(Closing closing) {
    return new WithdrawnReferral(version.next(), submission, seal, closing);
  }

  @Override
  public ReleasedReferral assign(StaffNumber assignee) {
    return new ReleasedReferral(version.assigned(assignee), submission, seal, release);
  }

  @Override
  public ReferralState state() {
    return ReferralState.RELEASED;
  }
}
