package org.safehand.store.request;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;
import org.safehand.referral.port.Idempotency;
import org.safehand.store.unit.EntityWork;

/**
 * Results of requests in PostgreSQL. A key that nothing is kept under yet has no row to lock, so an
 * advisory lock on the key's hash stands in; two keys of one hash merely wait for one another.
 */
public final class JpaIdempotency implements Idempotency {
  private final EntityWork work;

  public JpaIdempotency(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public Optional<KeptResult> lock(KeyOwner owner) {
    EntityManager entities = work.entities();
    KeptResultRow.Id id = KeptResultRow.Id.of(owner);
    entities
        .createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked",
            Integer.class)
        .setParameter("key", id.text())
        .getSingleResult();
    return Optional.ofNullable(entities.find(KeptResultRow.class, id)).map(KeptResultRow::kept);
  }

  @Override
  public void keep(KeyOwner owner, KeptResult result) {
    work.entities().persist(new KeptResultRow(owner, result));
    work.entities().flush();
  }
}
