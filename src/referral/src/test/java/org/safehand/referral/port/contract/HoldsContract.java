package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.LiftedHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;

/** Holds come back as saved, stand until they are lifted, and nobody shares while one is made. */
public interface HoldsContract {
  StaffNumber HOLDER = new StaffNumber("AD-1");
  Instant WHEN = Instant.parse("2026-11-24T09:00:30.500Z");

  Ports ports();

  @Test
  default void agency_aboutWhichNobodySaidAnything_isNotHeld() {
    AgencyId agency = some();
    assertThat(ports().holds().find(agency)).isEmpty();
    assertThat(shared(agency)).isEmpty();
  }

  @Test
  default void hold_liftedAndAgain_comesBackEqual_andOnlyWhatStandsIsListed() {
    AgencyId agency = some();
    StandingHold first = StandingHold.first(agency, HOLDER, WHEN, "wrong key");
    saved(first);
    assertThat(ports().holds().standing()).contains(first);
    assertThat(shared(agency)).contains(first);
    LiftedHold lifted = first.lift(new StaffNumber("S-1"), WHEN.plusSeconds(9), "new key");
    saved(lifted);
    assertThat(ports().holds().standing()).noneMatch(hold -> hold.agency().equals(agency));
    assertThat(shared(agency)).isEmpty();
    StandingHold again = lifted.again(HOLDER, WHEN.plusSeconds(10), "that one too");
    saved(again);
    assertThat(again.revision()).isEqualTo(3);
    assertThat(ports().holds().standing()).contains(again);
  }

  @Test
  default void save_atAnotherRevision_throwsAndChangesNothing() {
    AgencyId agency = some();
    StandingHold first = StandingHold.first(agency, HOLDER, WHEN, "wrong key");
    saved(first);
    assertThatThrownBy(() -> save(first)).isInstanceOf(StaleRevisionException.class);
    LiftedHold lifted = first.lift(HOLDER, WHEN, "new key");
    assertThatThrownBy(() -> save(lifted.again(HOLDER, WHEN, "too early")))
        .isInstanceOf(StaleRevisionException.class);
    assertThat(ports().holds().find(agency)).contains(first);
  }

  /** Who shares that an agency is free keeps it so until the end of the unit of work. */
  @Test
  default void hold_whileSomebodyShares_waitsForThem() throws Exception {
    AgencyId agency = some();
    CountDownLatch shared = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Boolean> sharing =
        CompletableFuture.supplyAsync(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          boolean free = ports().holds().share(agency).isEmpty();
                          shared.countDown();
                          await(goOn);
                          return free && ports().holds().find(agency).isEmpty();
                        }));
    shared.await();
    CompletableFuture<Void> holding =
        CompletableFuture.runAsync(
            () ->
                ports()
                    .unit()
                    .run(
                        () -> {
                          Optional<AgencyHold> before = ports().holds().alone(agency);
                          ports().holds().save(StandingHold.first(agency, HOLDER, WHEN, "now"));
                          return before;
                        }));
    assertThatThrownBy(() -> holding.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    goOn.countDown();
    assertThat(sharing.join()).isTrue();
    holding.join();
    assertThat(shared(agency)).isPresent();
  }

  private Optional<StandingHold> shared(AgencyId agency) {
    return ports().unit().run(() -> ports().holds().share(agency));
  }

  private void saved(AgencyHold hold) {
    save(hold);
    assertThat(ports().holds().find(hold.agency())).contains(hold);
  }

  private void save(AgencyHold hold) {
    ports()
        .unit()
        .run(
            () -> {
              ports().holds().alone(hold.agency());
              ports().holds().save(hold);
              return hold;
            });
  }

  private static AgencyId some() {
    return new AgencyId("AG-H-%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
