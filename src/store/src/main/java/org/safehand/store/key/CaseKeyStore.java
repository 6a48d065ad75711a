package org.safehand.store.key;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;

/**
 * Makes, keeps and gives the keys of a case.
 *
 * <p>Whoever has the database and the vault but not the key encryption key has nothing; whoever has
 * the key encryption key but lost the row of a case has nothing of that case. Evidence and custody
 * key are wrapped under the key encryption key, the tag key under the custody key, so that it is
 * destroyed with it.
 */
public final class CaseKeyStore {
  private static final int FIRST_VERSION = 1;
  private static final int KEY_BYTES = 32;

  private final EntityWork work;
  private final SealingKey kek;
  private final SecureRandom random;

  public CaseKeyStore(EntityWork work, SealingKey kek, SecureRandom random) {
    this.work = requireNonNull(work, "work is null");
    this.kek = requireNonNull(kek, "kek is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** Makes the keys of a new case, in the running unit of work. */
  public void create(UUID caseId) {
    byte[] custody = fresh();
    insert(caseId, KeyPurpose.EVIDENCE, fresh());
    insert(caseId, KeyPurpose.CUSTODY, custody);
    insertTagKey(
        caseId, FIRST_VERSION, new TagPeriod(0, TagKey.random(random)), sealingKey(custody));
  }

  /** The key under which the content keys of the case's segments are wrapped. */
  public SealingKey evidenceKey(UUID caseId) {
    return sealingKey(required(caseId, KeyPurpose.EVIDENCE));
  }

  /** The key under which the bodies of the case's custody events are encrypted. */
  public SealingKey custodyKey(UUID caseId) {
    return sealingKey(required(caseId, KeyPurpose.CUSTODY));
  }

  /**
   * The secret by which the case's next leaf is tagged, and since when. Reads all keys of the case
   * at once, for a unit of work that uses several.
   */
  public TagPeriod tagPeriod(UUID caseId) {
    List<CaseKeyRow> all =
        work.read(
            entities ->
                entities
                    .createQuery(
                        "select k from CaseKeyRow k where k.id.caseId = :id", CaseKeyRow.class)
                    .setParameter("id", caseId)
                    .getResultList());
    return all.stream()
        .filter(row -> row.id().purpose().equals(KeyPurpose.TAG.wire()))
        .max(Comparator.comparingInt(row -> row.id().keyVersion()))
        .map(row -> opened(caseId, row, custodyKey(caseId)))
        .orElseThrow(() -> missing(caseId, KeyPurpose.TAG));
  }

  /** All secrets by which the case's leaves are tagged, oldest first; at least one. */
  public List<TagPeriod> tagPeriods(UUID caseId) {
    SealingKey custody = custodyKey(caseId);
    List<CaseKeyRow> rows = work.read(entities -> tagRows(entities, caseId).getResultList());
    if (rows.isEmpty()) {
      throw missing(caseId, KeyPurpose.TAG);
    }
    // opened out here: a damaged key must not break the unit of work of whoever audits
    return rows.stream()
        .map(row -> opened(caseId, row, custody))
        .sorted(comparingLong(TagPeriod::first))
        .toList();
  }

  /**
   * Makes the secret by which the case's leaves from number {@code first} on are tagged, in the
   * running unit of work, which holds the lock on the case's chain.
   */
  public TagPeriod beginPeriod(UUID caseId, long first) {
    TagPeriod next = new TagPeriod(first, TagKey.random(random));
    int version = newestTagRow(caseId).id().keyVersion() + 1;
    insertTagKey(caseId, version, next, custodyKey(caseId));
    return next;
  }

  /** Whether the case has keys. */
  public boolean exists(UUID caseId) {
    return find(caseId, KeyPurpose.CUSTODY).isPresent();
  }

  private void insert(UUID caseId, KeyPurpose purpose, byte[] key) {
    byte[] wrapped = kek.seal(key, SealContext.ofCaseKey(purpose, caseId, FIRST_VERSION));
    work.entities().persist(new CaseKeyRow(caseId, purpose, FIRST_VERSION, 0, wrapped));
  }

  private void insertTagKey(UUID caseId, int version, TagPeriod period, SealingKey custody) {
    byte[] wrapped =
        custody.seal(period.key().bytes(), SealContext.ofTagKey(caseId, version, period.first()));
    work.entities()
        .persist(new CaseKeyRow(caseId, KeyPurpose.TAG, version, period.first(), wrapped));
  }

  private CaseKeyRow newestTagRow(UUID caseId) {
    return work.read(
            entities -> tagRows(entities, caseId).setMaxResults(1).getResultStream().findFirst())
        .orElseThrow(() -> missing(caseId, KeyPurpose.TAG));
  }

  /** Newest first. */
  private static TypedQuery<CaseKeyRow> tagRows(EntityManager entities, UUID caseId) {
    return entities
        .createQuery(
            "select k from CaseKeyRow k where k.id.caseId = :id and k.id.purpose = :tag"
                + " and k.id.keyVersion is not null"
                + " order by k.id.keyVersion desc",
            CaseKeyRow.class)
        .setParameter("id", caseId)
        .setParameter("tag", KeyPurpose.TAG.wire());
  }

  private static TagPeriod opened(UUID caseId, CaseKeyRow row, SealingKey custody) {
    SealContext context = SealContext.ofTagKey(caseId, row.id().keyVersion(), row.firstSequence());
    return new TagPeriod(row.firstSequence(), TagKey.ofBytes(custody.open(row.wrapped(), context)));
  }

  private byte[] required(UUID caseId, KeyPurpose purpose) {
    CaseKeyRow row = find(caseId, purpose).orElseThrow(() -> missing(caseId, purpose));
    return kek.open(row.wrapped(), SealContext.ofCaseKey(purpose, caseId, FIRST_VERSION));
  }

  private static StoreException missing(UUID caseId, KeyPurpose purpose) {
    return new StoreException(
        StoreCode.CASE_KEY_MISSING, "case " + caseId + " has no " + purpose.wire() + " key");
  }

  private Optional<CaseKeyRow> find(UUID caseId, KeyPurpose purpose) {
    var id = new CaseKeyRow.Id(caseId, purpose.wire(), FIRST_VERSION);
    return work.read(entities -> Optional.ofNullable(entities.find(CaseKeyRow.class, id)));
  }

  private byte[] fresh() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return key;
  }

  private SealingKey sealingKey(byte[] key) {
    SealingKey sealing = new SealingKey(new SecretKeySpec(key, "AES"), random);
    Arrays.fill(key, (byte) 0);
    return sealing;
  }
}
