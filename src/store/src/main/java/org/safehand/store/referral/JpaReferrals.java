package org.safehand.store.referral;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.access.Scope;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.store.key.CaseSeal;
import org.safehand.store.row.CaseOf;
import org.safehand.store.unit.EntityWork;

/** Referrals in PostgreSQL. */
public final class JpaReferrals implements Referrals {
  private static final String CASE_FILE = "case-file";

  private final EntityWork work;
  private final CaseSeal seal;
  private final SealedReferrals documents;

  public JpaReferrals(EntityWork work, CaseSeal seal) {
    this.work = requireNonNull(work, "work is null");
    this.seal = requireNonNull(seal, "seal is null");
    this.documents = new SealedReferrals(seal);
  }

  @Override
  public void add(DraftReferral draft) {
    EntityManager entities = work.entities();
    entities.persist(new ReferralRow(draft, documents.document(draft)));
    entities.flush();
    addExhibits(draft.version(), 0);
  }

  @Override
  public Optional<Referral> find(ReferralId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(ReferralRow.class, id.value()))
                .map(row -> read(entities, row)));
  }

  @Override
  public Optional<CaseId> caseOf(ReferralId id) {
    return work.read(entities -> CaseOf.ask(entities, CaseOf.REFERRAL, id.value()));
  }

  @Override
  public Optional<ReferralId> named(HumanReference reference) {
    return work.read(
        entities ->
            Optional.ofNullable(
                    entities
                        .createNativeQuery("select door.named_referral(:reference)", UUID.class)
                        .setParameter("reference", reference.value())
                        .getSingleResult())
                .map(id -> new ReferralId((UUID) id)));
  }

  @Override
  public Optional<Referral> lock(ReferralId id) {
    return lockRow(id).map(row -> read(work.entities(), row));
  }

  @Override
  public void save(Referral next) {
    ReferralVersion version = next.version();
    ReferralRow row =
        lockRow(version.id())
            .filter(found -> found.revision() == version.revision() - 1)
            .orElseThrow(() -> new StaleRevisionException(version.id()));
    row.replace(next, documents.document(next));
    work.entities().flush();
    addExhibits(version, kept(version.id()));
  }

  @Override
  public void keepCaseFile(ReferralId id, SealedBytes caseFile) {
    EntityManager entities = work.entities();
    byte[] sealed = seal.seal(caseOf(entities, id), CASE_FILE, id.value(), 0, caseFile.bytes());
    entities.persist(new CaseFileRow(id.value(), sealed));
    entities.flush();
  }

  @Override
  public Optional<SealedBytes> caseFile(ReferralId id) {
    return work.read(
        entities ->
            Optional.ofNullable(entities.find(CaseFileRow.class, id.value()))
                .map(
                    row ->
                        seal.open(
                            caseOf(entities, id), CASE_FILE, id.value(), 0, row.sealedContent()))
                .map(SealedBytes::of));
  }

  @Override
  public List<ReferralSummary> list(Scope scope, Optional<ReferralId> before, int limit) {
    return work.read(entities -> ReferralLists.query(entities, scope, before, limit));
  }

  private Optional<ReferralRow> lockRow(ReferralId id) {
    EntityManager entities = work.entities();
    ReferralRow row = entities.find(ReferralRow.class, id.value());
    if (row == null) {
      return Optional.empty();
    }
    entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(row);
  }

  /** How many exhibits of it there are already, tombstones too: their numbers have no gap. */
  private int kept(ReferralId id) {
    return work.entities()
        .createQuery("select count(e) from ExhibitRow e where e.id.referralId = :id", Long.class)
        .setParameter("id", id.value())
        .getSingleResult()
        .intValue();
  }

  private void addExhibits(ReferralVersion version, int kept) {
    List<Exhibit> every = version.everyExhibit();
    for (Exhibit exhibit : every.subList(kept, every.size())) {
      work.entities().persist(documents.row(version, exhibit));
    }
  }

  private Referral read(EntityManager entities, ReferralRow row) {
    List<ExhibitRow> exhibits =
        entities
            .createQuery(
                "select e from ExhibitRow e where e.id.referralId = :id order by e.id.number",
                ExhibitRow.class)
            .setParameter("id", row.id())
            .getResultList();
    return documents.referral(row, exhibits);
  }

  private static CaseId caseOf(EntityManager entities, ReferralId id) {
    ReferralRow row = entities.find(ReferralRow.class, id.value());
    if (row == null) {
      throw new IllegalArgumentException("there is no referral " + id);
    }
    return new CaseId(row.caseId());
  }
}
