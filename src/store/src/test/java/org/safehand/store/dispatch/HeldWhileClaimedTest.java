package org.safehand.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.provenance.Instrument;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.port.memory.InMemoryUnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.sample.People;
import org.safehand.referral.suspension.HoldAgency;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.store.Store;
import org.safehand.store.sample.KnownPeople;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/**
 * An administrator holds an agency back while a node claims what is for it: what was not claimed
 * when the administrator is told so is not claimed any more.
 */
class HeldWhileClaimedTest {
  private static final Actor ADMINISTRATOR =
      People.staff("A-9001", Set.of(Role.ADMINISTRATOR), "unit-h");
  private static final Digest DIGEST = Digest.of(new byte[] {8});
  private static final TestStore TEST = TestStore.create();
  private static final Store NODE = TEST.store();
  private static final Store EDGE = TEST.edge();

  private final Clock clock = Clock.systemUTC();
  private final Journal journal = journal(EDGE);
  private final HoldAgency holding =
      new HoldAgency(
          new Attempts(EDGE.unitOfWork(), journal),
          KnownPeople.access(EDGE),
          new InMemoryEndpoints(new InMemoryUnitOfWork(), TestWorld.agencies()),
          EDGE.holds(),
          journal,
          clock);
  private final ClaimDispatch claims =
      new ClaimDispatch(
          NODE.unitOfWork(),
          NODE.dispatches(),
          new LogGate(NODE.logStanding(), NODE.settings()),
          new HoldGate(NODE.holds()),
          new DispatchEvents(journal(NODE)));

  @BeforeAll
  static void listAdministrator() {
    TEST.unit(() -> KnownPeople.list(NODE, ADMINISTRATOR));
  }

  @RepeatedTest(20)
  void claimAndHold_atTheSameTime_haveAnOrder() {
    DispatchId id = ready();
    CompletableFuture<Optional<SendingDispatch>> claim =
        CompletableFuture.supplyAsync(() -> claims.claim(People.NODE, Channel.SOAP));
    StandingHold hold = value(holding.hold(ADMINISTRATOR, Samples.AGENCY, "wrong key"));
    DispatchState told = state(id);
    boolean claimed = claim.join().isPresent();
    assertThat(state(id)).as("as it was when the hold was told").isEqualTo(told);
    assertThat(told).isEqualTo(claimed ? DispatchState.SENDING : DispatchState.READY);
    assertThat(claims.claim(People.NODE, Channel.SOAP)).isEmpty();
    lift(hold);
    assertThat(claims.claim(People.NODE, Channel.SOAP).isPresent()).isNotEqualTo(claimed);
  }

  private void lift(StandingHold hold) {
    EDGE.unitOfWork()
        .run(
            () -> {
              EDGE.holds().save(hold.lift(new StaffNumber("S-2001"), clock.instant(), "new key"));
              return hold;
            });
  }

  private static DispatchState state(DispatchId id) {
    return NODE.dispatches().find(id).orElseThrow().state();
  }

  private static StandingHold value(Outcome<StandingHold> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError(refusal.code().wire());
        });
  }

  private Journal journal(Store store) {
    return new Journal(
        store.custodyRecorder(), Samples.IDS, clock, new Instrument("test", "Safehand", "0.1"));
  }

  private static DispatchId ready() {
    DraftReferral draft = Samples.draft("unit-h");
    return TEST.inUnit(
        () -> {
          NODE.caseKeys().create(draft.version().caseId());
          NODE.referrals().add(draft);
          var queued = Samples.dispatch(draft, Channel.SOAP);
          NODE.dispatches().add(queued);
          var authorised =
              queued.authorise(new Authorisation(DIGEST, DIGEST, DIGEST, Instant.now()));
          NODE.dispatches().save(authorised);
          ReadyDispatch ready =
              authorised.ready(new Parcel(DIGEST, 4711, Samples.NOW, Optional.of(DIGEST)));
          NODE.dispatches().save(ready);
          return ready.order().id();
        });
  }
}
