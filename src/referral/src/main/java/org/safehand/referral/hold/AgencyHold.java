package org.safehand.referral.hold;

import java.time.Instant;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/**
 * What somebody last said about whether an agency is held back. Of an agency about which nobody
 * ever said anything there is none.
 *
 * <p>Its life: an administrator holds the agency back ({@link StandingHold}), a supervisor lifts
 * that ({@link LiftedHold}), and it may be held back again.
 */
public sealed interface AgencyHold permits StandingHold, LiftedHold {
  /** Which agency. */
  AgencyId agency();

  /** Counts holds and lifts of this agency, from 1; the API's ETag. */
  long revision();

  /** Who said so. */
  StaffNumber by();

  /** When, to the millisecond as it is written down. */
  Instant at();

  /** Why; no case content, since whoever holds sees none. */
  String reason();

  /**
   * Held back once more; while it is, by somebody else or for another reason as well, which whoever
   * lifts it must read.
   */
  default StandingHold again(StaffNumber holder, Instant when, String why) {
    return new StandingHold(agency(), revision() + 1, holder, when, why);
  }
}
