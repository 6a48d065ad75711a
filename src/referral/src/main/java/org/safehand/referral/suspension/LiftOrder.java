package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to lift the hold of an agency.
 *
 * @param agency which
 * @param revision the hold that the supervisor has read
 * @param reason why
 */
public record LiftOrder(AgencyId agency, long revision, String reason) {
  /**
   * What the authorization table calls it: who approves where an agency receives lifts its hold.
   */
  public static final Operation OPERATION = Operation.MANAGE_ENDPOINTS;

  /** Refuses nulls. */
  public LiftOrder {
    requireNonNull(agency, "agency is null");
    requireNonNull(reason, "reason is null");
  }

  /** What {@code person} must have proven themselves for: this hold, for this reason. */
  public ProvenAct binding(StaffNumber person) {
    return ProvenAct.because(person, OPERATION, agency.value(), revision, reason);
  }
}
