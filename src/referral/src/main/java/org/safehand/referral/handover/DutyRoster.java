package org.safehand.referral.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.id.DutyId;

/** Where shifts are kept. What writes is called within a unit of work. */
public interface DutyRoster {
  /** Adds a new shift. */
  void add(DutyShift shift);

  /** The shift, if it is there. */
  Optional<DutyShift> find(DutyId id);

  /** Removes a shift; one that is not there is no fault. */
  void remove(DutyId id);

  /** At most {@code limit} shifts of {@code unit} that end after {@code now}, by their begin. */
  List<DutyShift> list(String unit, Instant now, int limit);
}
