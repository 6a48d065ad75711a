package org.safehand.referral.hold;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/** The agency is held back. */
public record StandingHold(
    AgencyId agency, long revision, StaffNumber by, Instant at, String reason)
    implements AgencyHold {
  /** Refuses nulls, and revisions below 1; cuts the time to milliseconds. */
  public StandingHold {
    requireNonNull(agency, "agency is null");
    requireNonNull(by, "by is null");
    at = requireNonNull(at, "at is null").truncatedTo(ChronoUnit.MILLIS);
    requireNonNull(reason, "reason is null");
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  /** Held back for the first time. */
  public static StandingHold first(AgencyId agency, StaffNumber by, Instant at, String reason) {
    return new StandingHold(agency, 1, by, at, reason);
  }

  /** Not held back any more. */
  public LiftedHold lift(StaffNumber lifter, Instant when, String why) {
    return new LiftedHold(agency, revision + 1, lifter, when, why);
  }
}
