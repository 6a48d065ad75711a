package org.safehand.store.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUps;
import org.safehand.store.race.Race;
import org.safehand.store.sample.TestStore;

class JpaStepUpsTest {
  private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
  private static final Instant BEFORE = AT.minusSeconds(300);

  private final TestStore store = TestStore.create();
  private final StepUps grants = store.store().stepUps();

  @Test
  void twoUnitsThatWantOneGrant_exactlyOneGetsIt() {
    for (int round = 0; round < Race.ROUNDS; round++) {
      ProvenAct binding = binding("S-2001", round);
      store.unit(() -> grants.keep(new Grant(binding, AT)));
      List<Integer> done = Race.done(() -> take(binding), () -> take(binding));
      assertThat(done).as("round %d", round).hasSize(1);
    }
  }

  @Test
  void grant_thatAnotherUnitHasTaken_isWaitedFor_andIsThereWhenThatOneIsUndone() throws Exception {
    ProvenAct binding = binding("S-2001", 1);
    store.unit(() -> grants.keep(new Grant(binding, AT)));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                store.unit(
                    () -> {
                      assertThat(grants.take(binding, BEFORE)).isPresent();
                      taken.countDown();
                      await(go);
                      throw new IllegalStateException("undone");
                    }));
    await(taken);
    CompletableFuture<Optional<Grant>> second =
        CompletableFuture.supplyAsync(() -> store.inUnit(() -> grants.take(binding, BEFORE)));
    assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    go.countDown();
    assertThatThrownBy(first::join).hasRootCauseMessage("undone");
    assertThat(second.get(10, TimeUnit.SECONDS)).contains(new Grant(binding, AT));
  }

  @Test
  void unusedGrants_goWithTheNextOfTheSamePerson() {
    store.unit(() -> grants.keep(new Grant(binding("S-2001", 1), AT)));
    store.unit(() -> grants.keep(new Grant(binding("S-2002", 1), AT)));
    store.unit(() -> grants.keep(new Grant(binding("S-2001", 2), AT.plusSeconds(3601))));
    assertThat(store.database().count("select count(*) from step_up_grant")).isEqualTo(2);
    assertThat(
            store
                .database()
                .count("select min(version) from step_up_grant where person = 'S-2001'"))
        .isEqualTo(2);
  }

  private static ProvenAct binding(String person, long version) {
    return new ProvenAct(
        new StaffNumber(person),
        Operation.RELEASE,
        "01890a5d-ac96-774b-bcce-b302099a8057",
        version,
        Digest.of(new byte[] {1}));
  }

  private void take(ProvenAct binding) {
    if (store.inUnit(() -> grants.take(binding, BEFORE)).isEmpty()) {
      throw new StaleRevisionException(binding);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
