package org.safehand.store.custody;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.TlogProof;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyEntry.Standing;
import org.safehand.store.key.CaseKeyStore;
import org.safehand.store.unit.EntityWork;

/** Reads a case's events back, opened, with how far each has come in the log. */
public final class JpaCustodyReader implements CustodyReader {
  private final EntityWork work;
  private final EventBodies bodies;
  private final PublishedLog log;

  public JpaCustodyReader(EntityWork work, CaseKeyStore keys, PublishedLog log) {
    this.work = requireNonNull(work, "work is null");
    this.bodies = new EventBodies(keys);
    this.log = requireNonNull(log, "log is null");
  }

  @Override
  public List<CustodyEntry> entries(CaseId caseId) {
    return work.read(
        entities -> {
          long witnessed = log.witnessedSize();
          long published = log.publishedSize();
          return rows(entities, caseId).stream()
              .map(row -> new CustodyEntry(bodies.open(row), standing(row, published, witnessed)))
              .toList();
        });
  }

  @Override
  public Optional<TlogProof> witnessedProof(Digest leafHash) {
    return work.read(entities -> log.proof(indexOf(entities, leafHash)));
  }

  private static OptionalLong indexOf(EntityManager entities, Digest leafHash) {
    return entities
        .createQuery("select e from EventRow e where e.leafHash = :hash", EventRow.class)
        .setParameter("hash", leafHash.bytes())
        .getResultStream()
        .map(EventRow::logIndex)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  private static List<EventRow> rows(EntityManager entities, CaseId caseId) {
    return entities
        .createQuery(
            "select e from EventRow e where e.caseId = :id order by e.caseSequence", EventRow.class)
        .setParameter("id", caseId.value())
        .getResultList();
  }

  private static Standing standing(EventRow row, long published, long witnessed) {
    long index = row.logIndex().orElse(Long.MAX_VALUE);
    if (index < witnessed) {
      return Standing.WITNESSED;
    }
    return index < published ? Standing.PUBLISHED : Standing.RECORDED;
  }
}
