package org.safehand.store.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.opening.Opening;
import org.safehand.referral.opening.OpeningId;
import org.safehand.referral.opening.Openings;
import org.safehand.referral.sample.People;
import org.safehand.referral.view.View;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class JpaOpeningsTest {
  private static final int ROUNDS = 100;
  private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");

  private final TestStore store = TestStore.create();
  private final Openings openings = store.store().openings();
  private final ReferralVersion version = Samples.draft(People.UNIT).version();

  JpaOpeningsTest() {
    store.unit(
        () -> {
          store.store().caseKeys().create(version.caseId());
          store.store().referrals().add(new DraftReferral(version));
        });
  }

  @Test
  void twoUnitsThatWantOneOpening_exactlyOneUsesIt() {
    for (int round = 0; round < ROUNDS; round++) {
      Opening opening = opening("S-1", AT);
      add(opening);
      CyclicBarrier start = new CyclicBarrier(2);
      List<CompletableFuture<Boolean>> both =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> use(start, opening)))
              .limit(2)
              .toList();
      assertThat(both.stream().map(CompletableFuture::join).filter(used -> used))
          .as("round %d", round)
          .hasSize(1);
    }
  }

  @Test
  void unusedOpenings_goWithTheNextOfTheSamePerson() {
    add(opening("S-1", AT));
    add(opening("S-2", AT));
    add(opening("S-1", AT.plusSeconds(3900)));
    assertThat(count()).as("an hour after its end").isEqualTo(3);
    add(opening("S-1", AT.plusSeconds(3901)));
    assertThat(count()).isEqualTo(3);
  }

  private long count() {
    return store.database().count("select count(*) from exhibit_opening");
  }

  private void add(Opening opening) {
    in(
        opening,
        () -> {
          openings.add(opening);
          return opening;
        });
  }

  private <T> T in(Opening opening, Supplier<T> work) {
    return store.store().unitOfWork().run(new View.OfUnit(People.UNIT, opening.person()), work);
  }

  private Opening opening(String person, Instant at) {
    return new Opening(
        new OpeningId(Samples.IDS.event()),
        version.caseId(),
        version.id(),
        Samples.IDS.exhibit(),
        new StaffNumber(person),
        at);
  }

  private boolean use(CyclicBarrier start, Opening opening) {
    try {
      start.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return in(opening, () -> openings.use(opening));
  }
}
