package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.handover.DutyRoster;
import org.safehand.referral.handover.DutyShift;
import org.safehand.referral.id.DutyId;
import org.safehand.store.unit.EntityWork;

/** Shifts in PostgreSQL. */
public final class JpaRoster implements DutyRoster {
  private final EntityWork work;

  public JpaRoster(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void add(DutyShift shift) {
    work.entities().persist(new DutyRow(shift));
    work.entities().flush();
  }

  @Override
  public Optional<DutyShift> find(DutyId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(DutyRow.class, id.value())).map(DutyRow::shift));
  }

  @Override
  public void remove(DutyId id) {
    work.entities()
        .createQuery("delete from DutyRow d where d.id = :id")
        .setParameter("id", id.value())
        .executeUpdate();
  }

  @Override
  public List<DutyShift> list(String unit, Instant now, int limit) {
    return work
        .read(
            entities ->
                entities
                    .createQuery(
                        "select d from DutyRow d where d.unit = :unit and d.endsAt > :now"
                            + " order by d.beginsAt, d.id",
                        DutyRow.class)
                    .setParameter("unit", unit)
                    .setParameter("now", now)
                    .setMaxResults(limit)
                    .getResultList())
        .stream()
        .map(DutyRow::shift)
        .toList();
  }
}
