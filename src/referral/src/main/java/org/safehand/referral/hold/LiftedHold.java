package org.safehand.referral.hold;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.AgencyId;

/** The agency was held back, and is not any more. */
public record LiftedHold(AgencyId agency, long revision, StaffNumber by, Instant at, String reason)
    implements AgencyHold {
  /** Refuses nulls, and revisions below 2; cuts the time to milliseconds. */
  public LiftedHold {
    requireNonNull(agency, "agency is null");
    requireNonNull(by, "by is null");
    at = requireNonNull(at, "at is null").truncatedTo(ChronoUnit.MILLIS);
    requireNonNull(reason, "reason is null");
    if (revision < 2) {
      throw new IllegalArgumentException("what was never held is not lifted");
    }
  }
}
