package org.safehand.referral.port.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.handover.DutyRoster;
import org.safehand.referral.handover.DutyShift;
import org.safehand.referral.id.DutyId;

/** Shifts in memory. */
public final class InMemoryRoster implements DutyRoster {
  private final Shelf<DutyId, DutyShift> shifts;

  public InMemoryRoster(InMemoryUnitOfWork unit) {
    this.shifts = new Shelf<>(unit);
  }

  @Override
  public void add(DutyShift shift) {
    shifts.putNew(shift.id(), shift);
  }

  @Override
  public Optional<DutyShift> find(DutyId id) {
    return shifts.find(id);
  }

  @Override
  public void remove(DutyId id) {
    shifts.remove(id);
  }

  @Override
  public List<DutyShift> list(String unit, Instant now, int limit) {
    return shifts.all().values().stream()
        .filter(shift -> shift.unit().equals(unit) && now.isBefore(shift.until()))
        .sorted(Comparator.comparing(DutyShift::from).thenComparing(shift -> shift.id().toString()))
        .limit(limit)
        .toList();
  }
}
