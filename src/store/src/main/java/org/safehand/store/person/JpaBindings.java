package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.store.unit.EntityWork;

/** People in PostgreSQL. */
public final class JpaBindings implements Bindings {
  /** Any number that no other use of advisory locks in this database takes. */
  private static final String ONE_AT_A_TIME =
      "select 1 from (select pg_advisory_xact_lock(" + 0x5afe_4a4d_0011L + ")) as locked";

  /** The order of bytes, which is that of {@link StaffNumber}; a collation may have another. */
  private static final String LIST =
      "select * from person where number collate \"C\" > :after"
          + " order by number collate \"C\" limit :most";

  private static final String ACTIVE =
      "select count(*) from person where active and :role = any (string_to_array(roles, ' '))";

  private static final String ACTIVE_OF_UNIT =
      "select number from person where active and unit = :unit"
          + " and :role = any (string_to_array(roles, ' '))";

  private final EntityWork work;

  public JpaBindings(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public Optional<Binding> find(StaffNumber number) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(PersonRow.class, number.value()))
                .map(PersonRow::binding));
  }

  @Override
  public Optional<Binding> share(StaffNumber number) {
    return locked(number, LockModeType.PESSIMISTIC_READ).map(PersonRow::binding);
  }

  @Override
  @SuppressWarnings("unchecked") // a native query for rows gives rows
  public List<Binding> list(Optional<StaffNumber> after, int limit) {
    return work.read(
        entities ->
            ((List<PersonRow>)
                    entities
                        .createNativeQuery(LIST, PersonRow.class)
                        .setParameter("after", after.map(StaffNumber::value).orElse(""))
                        .setParameter("most", limit)
                        .getResultList())
                .stream().map(PersonRow::binding).toList());
  }

  @Override
  public long active(Role role) {
    return work.read(
        entities ->
            (Long)
                entities
                    .createNativeQuery(ACTIVE, Long.class)
                    .setParameter("role", role.wire())
                    .getSingleResult());
  }

  @Override
  @SuppressWarnings("unchecked") // a native query for texts gives texts
  public Set<StaffNumber> active(Role role, String unit) {
    return work.read(
        entities ->
            ((List<String>)
                    entities
                        .createNativeQuery(ACTIVE_OF_UNIT, String.class)
                        .setParameter("unit", unit)
                        .setParameter("role", role.wire())
                        .getResultList())
                .stream().map(StaffNumber::new).collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public void alone() {
    work.entities().createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
  }

  @Override
  public void save(Binding next) {
    EntityManager entities = work.entities();
    Optional<PersonRow> row = locked(next.number(), LockModeType.PESSIMISTIC_WRITE);
    if (row.map(PersonRow::revision).orElse(0L) != next.revision() - 1) {
      throw new StaleRevisionException(next.number());
    }
    if (row.isPresent()) {
      row.get().replace(next);
    } else {
      entities.persist(new PersonRow(next));
    }
    entities.flush();
  }

  /** Read anew, because it may have been read in this unit of work before it was locked. */
  private Optional<PersonRow> locked(StaffNumber number, LockModeType mode) {
    EntityManager entities = work.entities();
    PersonRow row = entities.find(PersonRow.class, number.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, mode);
    return Optional.of(row);
  }
}
