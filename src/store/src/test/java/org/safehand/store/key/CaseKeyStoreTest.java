package org.safehand.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.referral.view.View;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;
import org.safehand.store.unit.EntityWork;
import org.safehand.store.unit.OwnDemarcation;

class CaseKeyStoreTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final EntityWork WORK =
      new EntityWork(
          DATABASE.entities(), new OwnDemarcation(), TestDatabase.HANDLE, new View.Everything());

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
  void tagPeriod_ofACreatedCase_isTheSameEachTime() {
    create();

    assertThat(keys.tagPeriod(caseId)).isEqualTo(keys.tagPeriod(caseId));
    assertThat(keys.tagPeriod(caseId).first()).isZero();
    assertThat(keys.tagPeriods(caseId)).containsExactly(keys.tagPeriod(caseId));
  }

  @Test
  void tagPeriods_thatBeganLater_areKeptInOrder() {
    create();
    TagPeriod first = keys.tagPeriod(caseId);
    List<TagPeriod> later = new ArrayList<>();
    for (long begin : new long[] {4, 9, 23}) {
      later.add(WORK.execute(() -> keys.beginPeriod(caseId, begin)));
      assertThat(keys.tagPeriod(caseId)).isEqualTo(later.get(later.size() - 1));
    }

    assertThat(keys.tagPeriods(caseId))
        .containsExactly(first, later.get(0), later.get(1), later.get(2));
    assertThat(later).extracting(TagPeriod::first).containsExactly(4L, 9L, 23L);
    assertThat(keys.tagPeriods(caseId)).extracting(TagPeriod::key).doesNotHaveDuplicates();
  }

  @Test
  void tagPeriod_movedToAnotherBeginning_doesNotOpen() throws Exception {
    create();
    WORK.execute(() -> keys.beginPeriod(caseId, 4));
    DATABASE.run(
        "safehand_owner",
        "update case_key set first_sequence = 5 where case_id = '%s' and key_version = 2"
            .formatted(caseId));

    assertCode(StoreCode.SEAL_BROKEN, () -> keys.tagPeriod(caseId));
  }

  @Test
  void tagPeriod_beginningAtZeroAgain_isRefusedByTheDatabase() {
    create();

    assertCode(
        StoreCode.DATABASE_UNAVAILABLE, () -> WORK.execute(() -> keys.beginPeriod(caseId, 0)));
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
