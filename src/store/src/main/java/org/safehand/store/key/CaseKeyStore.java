package org.safehand.store.key;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
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
    insert(caseId, KeyPurpose.EVIDENCE, kek, fresh());
    insert(caseId, KeyPurpose.CUSTODY, kek, custody);
    insert(caseId, KeyPurpose.TAG, sealingKey(custody), fresh());
  }

  /** Reads all keys of the case at once, for a unit of work that uses several. */
  public void load(UUID caseId) {
    work.entities()
        .createQuery("select k from CaseKeyRow k where k.id.caseId = :id", CaseKeyRow.class)
        .setParameter("id", caseId)
        .getResultList();
  }

  /** The key under which the content keys of the case's segments are wrapped. */
  public SealingKey evidenceKey(UUID caseId) {
    return sealingKey(required(caseId, KeyPurpose.EVIDENCE, kek));
  }

  /** The key under which the bodies of the case's custody events are encrypted. */
  public SealingKey custodyKey(UUID caseId) {
    return sealingKey(required(caseId, KeyPurpose.CUSTODY, kek));
  }

  /** The secret by which the case's leaves are tagged, 32 bytes. */
  public byte[] tagKey(UUID caseId) {
    return required(caseId, KeyPurpose.TAG, custodyKey(caseId));
  }

  /** Whether the case has keys. */
  public boolean exists(UUID caseId) {
    return find(caseId, KeyPurpose.CUSTODY).isPresent();
  }

  private void insert(UUID caseId, KeyPurpose purpose, SealingKey under, byte[] key) {
    byte[] wrapped = under.seal(key, SealContext.ofCaseKey(purpose, caseId, FIRST_VERSION));
    work.entities().persist(new CaseKeyRow(caseId, purpose, FIRST_VERSION, wrapped));
  }

  private byte[] required(UUID caseId, KeyPurpose purpose, SealingKey under) {
    CaseKeyRow row =
        find(caseId, purpose)
            .orElseThrow(
                () ->
                    new StoreException(
                        StoreCode.CASE_KEY_MISSING,
                        "case " + caseId + " has no " + purpose.wire() + " key"));
    return under.open(row.wrapped(), SealContext.ofCaseKey(purpose, caseId, FIRST_VERSION));
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
