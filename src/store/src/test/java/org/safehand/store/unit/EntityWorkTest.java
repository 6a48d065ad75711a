package org.safehand.store.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safehand.referral.view.View;
import org.safehand.store.database.TestDatabase;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

class EntityWorkTest {
  private static final TestDatabase DATABASE = TestDatabase.migrated();

  private final EntityWork work = over(DATABASE.entities());
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  @Test
  void execute_returning_commits() {
    assertThat(work.execute(() -> insert(first))).isEqualTo(1);

    assertThat(kept(first)).isEqualTo(1);
  }

  @Test
  void execute_throwing_keepsNothing() {
    assertThatThrownBy(() -> work.execute(() -> failAfter(insert(first))))
        .isInstanceOf(ArithmeticException.class);

    assertThat(kept(first)).isZero();
  }

  @Test
  void inner_work_joinsOuterWork() {
    assertThatThrownBy(
            () ->
                work.execute(
                    () -> {
                      work.execute(() -> insert(first));
                      return failAfter(insert(second));
                    }))
        .isInstanceOf(ArithmeticException.class);

    assertThat(kept(first) + kept(second)).isZero();
  }

  @Test
  void inner_workThatFailed_cannotBeSwallowed() {
    assertThatThrownBy(
            () ->
                work.execute(
                    () -> {
                      insert(first);
                      try {
                        return work.execute(() -> failAfter(insert(second)));
                      } catch (ArithmeticException e) {
                        return 0;
                      }
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(kept(first) + kept(second)).isZero();
  }

  @Test
  void execute_afterAFailure_worksAgain() {
    assertThatThrownBy(() -> work.execute(() -> failAfter(insert(first))));

    work.execute(() -> insert(second));

    assertThat(kept(second)).isEqualTo(1);
  }

  @Test
  void execute_refusedByTheDatabase_saysSoAndKeepsNothing() {
    assertThatThrownBy(
            () ->
                work.execute(
                    () -> {
                      insert(second);
                      return insert(first) + insert(first);
                    }))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.DATABASE_UNAVAILABLE));

    assertThat(kept(first) + kept(second)).isZero();
  }

  @Test
  void entities_outsideAUnitOfWork_isRefused() {
    assertThatThrownBy(work::entities).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void execute_withoutADatabase_saysSo() {
    var entities = TestDatabase.unreachable();

    assertThatThrownBy(() -> over(entities).execute(() -> 1))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.code()).isEqualTo(StoreCode.DATABASE_UNAVAILABLE));
  }

  private static EntityWork over(EntityManagerFactory entities) {
    return new EntityWork(
        entities, new OwnDemarcation(), TestDatabase.HANDLE, new View.Everything());
  }

  private int insert(UUID caseId) {
    return work.entities()
        .createNativeQuery("INSERT INTO case_key VALUES (:id, 'evidence', 1, '\\x00')")
        .setParameter("id", caseId)
        .executeUpdate();
  }

  private static int failAfter(int rows) {
    throw new ArithmeticException("after " + rows);
  }

  private static long kept(UUID caseId) {
    return DATABASE.count("SELECT count(*) FROM case_key WHERE case_id = '" + caseId + "'");
  }
}
