package org.safehand.referral.life;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Closing;

/** A referral that was taken back before it was submitted: it has no seal; final. */
public record WithdrawnDraft(ReferralVersion version, Closing closing) implements Referral {
  /** Refuses nulls. */
  public WithdrawnDraft {
    requireNonNull(version, "version is null");
    requireNonNull(closing, "closing is null");
  }

  @Override
  public WithdrawnDraft assign(StaffNumber assignee) {
    return new WithdrawnDraft(version.assigned(assignee), closing);
  }

  @Override
  public ReferralState state() {
    return ReferralState.WITHDRAWN;
  }
}
