package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
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

/**
 * People in PostgreSQL. Whoever acts shares an advisory lock on their own number, and whoever
 * changes them takes it alone: that lock is given in the order in which it was asked for. A lock on
 * the row would not do, since PostgreSQL lets new sharers of a row past whoever waits to change it
 * (README.tuplock), so that somebody who never stops asking could hold off their own removal. Two
 * numbers of one hash merely wait for one another.
 */
public final class JpaBindings implements Bindings {
  /** Any number that no other use of advisory locks in this database takes. */
  private static final String ONE_AT_A_TIME =
      "select 1 from (select pg_advisory_xact_lock(" + 0x5afe_4a4d_0011L + ")) as locked";

  private static final String SHARE =
      "select 1 from (select pg_advisory_xact_lock_shared(hashtextextended(:key, 0))) as locked";

  private static final String CHANGE =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked";

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
    return locked(SHARE, number).map(PersonRow::binding);
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
    Optional<PersonRow> row = locked(CHANGE, next.number());
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
  private Optional<PersonRow> locked(String lock, StaffNumber number) {
    EntityManager entities = work.entities();
    entities
        .createNativeQuery(lock, Integer.class)
        .setParameter("key", "person " + number.value())
        .getSingleResult();
    PersonRow row = entities.find(PersonRow.class, number.value());
    if (row != null) {
      entities.refresh(row);
    }
    return Optional.ofNullable(row);
  }
}
