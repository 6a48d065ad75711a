package org.safehand.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.OwnDemarcation;

class CaseKeyStoreTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final EntityWork WORK = new EntityWork(DATABASE.entities(), new OwnDemarcation());

  private final SecureRandom random = new SecureRandom();
  private final CaseKeyStore keys = keysUnder(1);
  private final UUID caseId = UUID.randomUUID();

  @Test
  void evidenceKey_ofACreatedCase_isTheSameEachTime() {
    create();
    SealContext context = new SealContext("content-key", caseId, 1, "0001", 0);

    byte[] sealed = keys.evidenceKey(caseId).seal(new byte[32], context);

    assertThat(keys.evidenceKey(caseId).open(sealed, context)).isEqualTo(new byte[32]);
    assertThatThrownBy(() -> keys.custodyKey(caseId).open(sealed, context))
        .as("another key for another purpose")
        .isInstanceOf(StoreException.class);
  }

  @Test
  void tagKey_ofACreatedCase_isTheSameEachTime() {
    create();

    assertThat(keys.tagKey(caseId)).hasSize(32).isEqualTo(keys.tagKey(caseId));
  }

  @Test
  void keys_ofAnUnknownCase_areMissing() {
    assertThat(keys.exists(caseId)).isFalse();
    assertCode(StoreCode.CASE_KEY_MISSING, () -> keys.custodyKey(caseId));
  }

  @Test
  void keys_underAnotherKek_doNotOpen() {
    create();

    assertCode(StoreCode.SEAL_BROKEN, () -> keysUnder(2).evidenceKey(caseId));
  }

  @Test
  void keys_copiedToAnotherCase_doNotOpen() throws Exception {
    create();
    UUID other = UUID.randomUUID();
    DATABASE.run(
        "safehand_owner",
        "INSERT INTO case_key SELECT '%s', purpose, key_version, wrapped FROM case_key WHERE case_id = '%s'"
            .formatted(other, caseId));

    assertCode(StoreCode.SEAL_BROKEN, () -> keys.evidenceKey(other));
  }

  @Test
  void create_outsideAUnitOfWork_isRefused() {
    assertThatThrownBy(() -> keys.create(caseId)).isInstanceOf(IllegalStateException.class);
  }

  private void create() {
    WORK.execute(
        () -> {
          keys.create(caseId);
          return caseId;
        });
  }

  private CaseKeyStore keysUnder(int fill) {
    byte[] kek = new byte[32];
    kek[0] = (byte) fill;
    return new CaseKeyStore(WORK, new SealingKey(new SecretKeySpec(kek, "AES"), random), random);
  }

  private static void assertCode(StoreCode code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
