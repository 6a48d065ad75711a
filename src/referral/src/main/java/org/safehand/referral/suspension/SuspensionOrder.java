package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to suspend or to resume.
 *
 * @param dispatch which
 * @param revision what the supervisor has read
 * @param reason why; no case content
 */
public record SuspensionOrder(DispatchId dispatch, long revision, String reason) {
  /** Refuses nulls. */
  public SuspensionOrder {
    requireNonNull(dispatch, "dispatch is null");
    requireNonNull(reason, "reason is null");
  }

  /** What {@code person} must have proven themselves for to resume: this one, for this reason. */
  public ProvenAct binding(StaffNumber person) {
    return ProvenAct.because(
        person, Operation.RESUME_DISPATCH, dispatch.toString(), revision, reason);
  }
}
