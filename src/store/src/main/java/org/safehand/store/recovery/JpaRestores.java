package org.safehand.store.recovery;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Tuple;
import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.recovery.Restore;
import org.safehand.referral.recovery.Restores;
import org.safehand.store.unit.EntityWork;

/** Restores in PostgreSQL, and which of them an event tells of. */
public final class JpaRestores implements Restores {
  /** Any number that no other use of advisory locks in this database takes. */
  private static final String ONE_AT_A_TIME =
      "select 1 from (select pg_advisory_xact_lock(" + 0x5afe_4a4d_0003L + ")) as locked";

  private static final String UNRECORDED =
      "select first_index, lost, size, root from log_restore r where not exists"
          + " (select from log_restore_recorded n where n.first_index = r.first_index)"
          + " order by restored_at";

  private final EntityWork work;

  public JpaRestores(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public List<Restore> unrecorded() {
    work.entities().createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
    List<?> rows = work.entities().createNativeQuery(UNRECORDED, Tuple.class).getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new Restore(
                    row.get(0, Long.class),
                    row.get(1, Long.class),
                    row.get(2, Long.class),
                    Digest.ofBytes(row.get(3, byte[].class))))
        .toList();
  }

  @Override
  public void recorded(Restore restore) {
    work.entities()
        .createNativeQuery("insert into log_restore_recorded values (:first, clock_timestamp())")
        .setParameter("first", restore.firstIndex())
        .executeUpdate();
  }
}
