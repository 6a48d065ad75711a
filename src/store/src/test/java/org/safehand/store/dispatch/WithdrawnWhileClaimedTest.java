package org.safehand.store.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
import org.safehand.referral.act.Release;
import org.safehand.referral.act.Seal;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.release.WithdrawOrder;
import org.safehand.referral.release.WithdrawRelease;
import org.safehand.referral.sample.People;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.store.Store;
import org.safehand.store.sample.KnownPeople;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

/** A supervisor takes a release back while a node claims its dispatch: exactly one of them wins. */
class WithdrawnWhileClaimedTest {
  private static final Actor SUPERVISOR =
      People.staff("S-2001", Set.of(Role.RELEASE_SUPERVISOR), "unit-w");
  private static final Digest DIGEST = Digest.of(new byte[] {7});
  private static final TestStore TEST = TestStore.create();
  private static final Store NODE = TEST.store();
  private static final Store EDGE = TEST.edge();

  private final Clock clock = Clock.systemUTC();
  private final Journal journal =
      new Journal(
          EDGE.custodyRecorder(), Samples.IDS, clock, new Instrument("test", "Safehand", "0.1"));
  private final WithdrawRelease withdraw =
      new WithdrawRelease(
          new Attempts(EDGE.unitOfWork(), journal),
          KnownPeople.access(EDGE),
          EDGE.referrals(),
          EDGE.dispatches(),
          EDGE.outbox(),
          new StepUpGate(EDGE.stepUps(), clock),
          journal,
          clock);

  @BeforeAll
  static void listSupervisor() {
    TEST.unit(() -> KnownPeople.list(NODE, SUPERVISOR));
  }

  @RepeatedTest(20)
  void claimAndWithdrawal_atTheSameTime_haveOneWinner() {
    ReadyDispatch ready = ready();
    DispatchId id = ready.order().id();
    WithdrawOrder order = order(ready);
    Grant proven = new Grant(order.binding(SUPERVISOR.number()), clock.instant());
    TEST.unit(() -> NODE.stepUps().keep(proven));

    CompletableFuture<Outcome<Referral>> back =
        CompletableFuture.supplyAsync(() -> withdraw.withdraw(SUPERVISOR, order));
    CompletableFuture<Optional<SendingDispatch>> claim =
        CompletableFuture.supplyAsync(this::claimed);
    boolean withdrawn = back.join() instanceof Done;
    assertThat(claim.join().isPresent()).as("withdrawn: " + withdrawn).isNotEqualTo(withdrawn);
    assertThat(NODE.dispatches().find(id).orElseThrow().state())
        .isEqualTo(withdrawn ? DispatchState.WITHDRAWN : DispatchState.SENDING);
    assertThat(NODE.referrals().find(ready.order().referral()).orElseThrow().state().name())
        .isEqualTo(withdrawn ? "WITHDRAWN" : "RELEASED");
  }

  /** As a node claims: passed over when it is locked, and tried again as long as it is due. */
  private Optional<SendingDispatch> claimed() {
    for (int i = 0; i < 50; i++) {
      Optional<SendingDispatch> claimed =
          NODE.unitOfWork()
              .run(
                  () ->
                      NODE.dispatches()
                          .lockDue(Channel.SOAP, Set.of())
                          .map(due -> claim((ReadyDispatch) due)));
      if (claimed.isPresent()) {
        return claimed;
      }
    }
    return Optional.empty();
  }

  private SendingDispatch claim(ReadyDispatch due) {
    SendingDispatch sending =
        due.claim(new Lease("node-1", NODE.dispatches().databaseTime().plusSeconds(30)));
    NODE.dispatches().save(sending);
    return sending;
  }

  private WithdrawOrder order(ReadyDispatch ready) {
    Referral released = NODE.referrals().find(ready.order().referral()).orElseThrow();
    return new WithdrawOrder(
        released.version().id(), released.version().revision(), "released in error");
  }

  private ReadyDispatch ready() {
    DraftReferral draft = Samples.draft(SUPERVISOR.organisation());
    return TEST.inUnit(
        () -> {
          NODE.caseKeys().create(draft.version().caseId());
          NODE.referrals().add(draft);
          DraftReferral more = draft.with(Samples.exhibit(1), new StaffNumber("S-1001"));
          NODE.referrals().save(more);
          var sealing = more.submit(Samples.OFFICER, Samples.NOW);
          NODE.referrals().save(sealing);
          var sealed = sealing.seal(new Seal(DIGEST, Samples.NOW));
          NODE.referrals().save(sealed);
          ReleasedReferral released =
              sealed.release(
                  new Release(SUPERVISOR.signatory(), Samples.NOW, List.of(Samples.AGENCY)));
          NODE.referrals().save(released);
          var queued = Samples.dispatch(draft, Channel.SOAP);
          NODE.dispatches().add(queued);
          var authorised =
              queued.authorise(new Authorisation(DIGEST, DIGEST, DIGEST, Instant.now()));
          NODE.dispatches().save(authorised);
          ReadyDispatch ready =
              authorised.ready(new Parcel(DIGEST, 4711, Samples.NOW, Optional.of(DIGEST)));
          NODE.dispatches().save(ready);
          return ready;
        });
  }
}
