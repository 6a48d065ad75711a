package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/**
 * A sealed referral that one supervisor has released to a high-risk agency, and that waits for
 * another one: it has no dispatch.
 */
public record EndorsedReferral(
    ReferralVersion version, Submission submission, Seal seal, Endorsement endorsement)
    implements ReferralInReview {
  /** Refuses nulls. */
  public EndorsedReferral {
    requireNonNull(version, "version is null");
    requireNonNull(submission, "submission is null");
    requireNonNull(seal, "seal is null");
    requireNonNull(endorsement, "endorsement is null");
  }

  /**
   * Released to those whom the first supervisor named.
   *
   * @throws IllegalArgumentException if {@code by} is the first supervisor
   */
  public ReleasedReferral release(Signatory by, Instant at) {
    return new ReleasedReferral(
        version.next(),
        submission,
        seal,
        new Release(by, at, endorsement.recipients(), Optional.of(endorsement)));
  }

  @Override
  public EndorsedReferral assign(StaffNumber assignee) {
    return new EndorsedReferral(version.assigned(assignee), submission, seal, endorsement);
  }

  @Override
  public ReferralState state() {
    return ReferralState.ENDORSED;
  }
}
