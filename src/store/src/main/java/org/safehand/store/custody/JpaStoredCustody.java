package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Function;
import org.safehand.custody.stored.StoredLog;
import org.safehand.referral.verification.StoredCustody;
import org.safehand.referral.view.View;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.unit.EntityWork;

/** The tables of the log as one snapshot sees them (PostgreSQL, repeatable read). */
public final class JpaStoredCustody implements StoredCustody {
  private static final String SNAPSHOT =
      "set transaction isolation level repeatable read, read only";

  /** Any number that no other use of advisory locks in this database takes. */
  private static final String ONLY_ONE =
      "select pg_try_advisory_xact_lock(" + 0x5afe_4a4d_0002L + ")";

  private final EntityWork work;
  private final CaseKeyStore keys;
  private final PublishedLog log;

  public JpaStoredCustody(EntityWork work, CaseKeyStore keys, PublishedLog log) {
    this.work = requireNonNull(work, "work is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.log = requireNonNull(log, "log is null");
  }

  @Override
  public <T> Optional<T> atOneMoment(Function<StoredLog, T> reading) {
    return work.execute(
        new View.Nothing(),
        () -> {
          EntityManager entities = work.entities();
          entities.createNativeQuery(SNAPSHOT).executeUpdate();
          // only now: the level is set before the first query
          work.enter(new View.Everything());
          return isAlone(entities)
              ? Optional.of(reading.apply(new JpaStoredLog(entities, keys, log)))
              : Optional.empty();
        });
  }

  private static boolean isAlone(EntityManager entities) {
    return (Boolean) entities.createNativeQuery(ONLY_ONE, Boolean.class).getSingleResult();
  }
}
