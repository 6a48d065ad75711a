package org.safehand.store.recovery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.restore.StoredRestore;
import org.safehand.custody.stored.StoredRow;
import org.safehand.referral.recovery.Restores;
import org.safehand.store.row.LossRows;
import org.safehand.store.unit.EntityWork;

/** Restores in PostgreSQL, and which of them an event tells of. */
public final class JpaRestores implements Restores {
  /** Any number that no other use of advisory locks in this database takes. */
  private static final String ONE_AT_A_TIME =
      "select 1 from (select pg_advisory_xact_lock(" + 0x5afe_4a4d_0003L + ")) as locked";

  private final EntityWork work;

  public JpaRestores(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public List<StoredRow<StoredRestore>> unrecorded() {
    work.entities().createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
    return LossRows.untold(work.entities()).toList();
  }

  @Override
  public void recorded(StoredRestore restore) {
    work.entities()
        .createNativeQuery("insert into log_restore_recorded values (:first, clock_timestamp())")
        .setParameter("first", restore.firstIndex())
        .executeUpdate();
  }
}
