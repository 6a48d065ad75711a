package org.safehand.referral.handover;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.DutyId;

/**
 * Who is on duty in a unit for how long. Shifts may overlap.
 *
 * @param id opaque
 * @param unit where
 * @param person who
 * @param from when it begins
 * @param until when it is over; later than {@code from}, by at most {@link #LONGEST}
 */
public record DutyShift(DutyId id, String unit, StaffNumber person, Instant from, Instant until) {
  /** The longest that a shift may be. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /** Refuses nulls, and a time that is over before it begins or too long. */
  public DutyShift {
    requireNonNull(id, "id is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(person, "person is null");
    requireNonNull(from, "from is null");
    requireNonNull(until, "until is null");
    if (!isShift(from, until)) {
      throw new IllegalArgumentException("a shift ends after it begins, within 31 days");
    }
  }

  /** Whether a shift may begin at {@code from} and end at {@code until}. */
  static boolean isShift(Instant from, Instant until) {
    return from.isBefore(until) && !from.plus(LONGEST).isBefore(until);
  }
}
