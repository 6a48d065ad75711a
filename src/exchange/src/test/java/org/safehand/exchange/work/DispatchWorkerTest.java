package org.safehand.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.agency.server.TestAgency;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.provenance.Instrument;
import org.safehand.exchange.send.Answer;
import org.safehand.exchange.send.TestEndpoints;
import org.safehand.exchange.send.TestRecipe;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.access.Actor;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.dispatch.ClaimDispatch;
import org.safehand.referral.dispatch.RecipientCheck;
import org.safehand.referral.dispatch.RenewLease;
import org.safehand.referral.dispatch.RetryPlan;
import org.safehand.referral.dispatch.SettleDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.InMemoryStanding;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.InMemoryPorts;
import org.safehand.referral.port.memory.InMemoryEndpoints;
import org.safehand.referral.receipt.RecordReceipt;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;

/** What becomes of a dispatch at each answer an agency can give, or not give. */
final class DispatchWorkerTest {
  private static final TestRecipe PACKAGE = new TestRecipe(1000);
  private static final Digest ANY = Digest.of(new byte[] {1});

  private final InMemoryPorts ports = new InMemoryPorts();
  private final ScriptedChannel agency = new ScriptedChannel();
  private final InMemoryStanding standing =
      new InMemoryStanding(TestAgency.AGENCY_CA.certificate());
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final DispatchEvents events =
      new DispatchEvents(
          new Journal(
              ports.recorder(),
              Samples.IDS,
              ports.clock(),
              new Instrument("node-1", "safehand", "test")));
  private ReadyDispatch ready;

  @BeforeEach
  void aPackagedDispatch() {
    DraftReferral draft = Samples.draft(People.UNIT);
    QueuedDispatch queued = Samples.dispatch(draft, Channel.SOAP);
    AuthorisedDispatch authorised =
        queued.authorise(new Authorisation(ANY, ANY, ANY, Samples.MORNING));
    Parcel parcel =
        new Parcel(
            PACKAGE.recipe().packageDigest(),
            PACKAGE.recipe().length(),
            ports.clock().instant(),
            Optional.empty());
    ready = authorised.ready(parcel);
    run(() -> ports.keys().create(draft.version().caseId()));
    run(() -> ports.referrals().add(draft));
    run(() -> ports.dispatches().add(queued));
    run(() -> ports.dispatches().save(authorised));
    run(() -> ports.dispatches().save(ready));
    run(() -> ports.dispatches().keepRecipe(ready.order().id(), PACKAGE.recipe()));
  }

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void receipt_thatHolds_isDelivery() {
    agency.answers(receipt());

    assertThat(worker().step()).isTrue();
    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(worker().step()).isFalse();
  }

  @Test
  void receipt_changedByOneByte_isRefusedAndWaitsForAPerson() {
    byte[] forged = ((Answer.Receipted) receipt()).cms().bytes();
    forged[forged.length - 1] ^= 1;
    agency.answers(new Answer.Receipted(SealedBytes.of(forged)));

    worker().step();

    assertThat(suspension()).isEqualTo("receipt-untrusted");
    assertThat(ports.recorder().types(ready.order().caseId())).contains("receipt-refused");
  }

  @Test
  void receipt_aboutAnotherPackage_isRefused() {
    agency.answers(receipt(ANY));

    worker().step();

    assertThat(suspension()).isEqualTo("receipt-mismatch");
  }

  @Test
  void unknownOutcome_isReconciledBeforeAnythingIsSentAgain() {
    agency.answers(new Answer.Unknown("outcome-unknown"), receipt());

    worker().step();
    assertThat(state()).isEqualTo(DispatchState.UNKNOWN);
    later();
    worker().step();

    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(agency.calls()).containsExactly("deliver", "receiptFor");
  }

  /** Held back after the agency was asked for an earlier receipt and had none: nothing is sent. */
  @Test
  void agency_heldBackSinceTheClaim_isSentNothing() {
    agency.answers(new Answer.Unknown("outcome-unknown"), new Answer.NotFound());
    worker().step();
    later();
    agency.meanwhile(
        () ->
            run(
                () ->
                    ports
                        .holds()
                        .save(
                            StandingHold.first(
                                ready.order().agency(),
                                People.ADMINISTRATOR.number(),
                                ports.clock().instant(),
                                "wrong address"))));
    worker().step();
    assertThat(agency.calls()).containsExactly("deliver", "receiptFor");
    assertThat(state()).isEqualTo(DispatchState.READY);
    later();
    assertThat(worker().step()).as("not claimed any more").isFalse();
  }

  @Test
  void unknownOutcome_isSentAgain_onlyWhenTheAgencyHasNothing() {
    agency.answers(new Answer.Unknown("outcome-unknown"), new Answer.NotFound(), receipt());

    worker().step();
    later();
    worker().step();

    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(agency.calls()).containsExactly("deliver", "receiptFor", "deliver");
  }

  @Test
  void questionThatFails_saysNothing_soNothingIsSent() {
    agency.answers(new Answer.Unknown("outcome-unknown"), new Answer.Failed("agency-unreachable"));

    worker().step();
    later();
    worker().step();

    assertThat(state()).isEqualTo(DispatchState.UNKNOWN);
    assertThat(agency.calls()).containsExactly("deliver", "receiptFor");
  }

  @Test
  void dispatchOfACrashedNode_isReconciledWhenItsLeaseEnded() {
    SendingDispatch abandoned = claims().claim(node(), Channel.SOAP).orElseThrow();
    agency.answers(receipt());

    assertThat(worker().step()).isFalse();
    ports.letPass(ClaimDispatch.LEASE.plusSeconds(1));
    assertThat(worker().step()).isTrue();

    assertThat(abandoned.reconcile()).isFalse();
    assertThat(agency.calls()).containsExactly("receiptFor");
    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
  }

  @Test
  void refusal_waitsForAPersonAtOnce() {
    agency.answers(new Answer.Refused("agency-identity"));

    worker().step();

    assertThat(suspension()).isEqualTo("agency-identity");
  }

  @Test
  void failure_isTriedAgainLater_byTheSameId() {
    agency.answers(new Answer.Failed("agency-unreachable"), receipt());

    worker().step();
    assertThat(state()).isEqualTo(DispatchState.READY);
    later();
    worker().step();

    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(agency.calls()).containsExactly("deliver", "deliver");
  }

  @Test
  void endpointTakenFromTheRegistry_isNotContacted() {
    worker(new InMemoryEndpoints(List.of())).step();

    assertThat(suspension()).isEqualTo("endpoint-not-allowed");
    assertThat(agency.calls()).isEmpty();
  }

  @Test
  void recipientRevoked_nothingIsSent_andAPersonLooksAtIt() {
    standing.revoke(encryption());

    worker().step();

    assertThat(suspension()).isEqualTo("recipient-revoked");
    assertThat(agency.calls()).isEmpty();
  }

  @Test
  void recipientRevokedAfterAnAttempt_isAskedForItsReceipt_butSentNothing() {
    agency.answers(new Answer.Unknown("outcome-unknown"), new Answer.NotFound());

    worker().step();
    standing.revoke(encryption());
    later();
    worker().step();

    assertThat(suspension()).isEqualTo("recipient-revoked");
    assertThat(agency.calls()).containsExactly("deliver", "receiptFor");
  }

  @Test
  void standingUnknown_nothingIsSentUntilItIsKnown() {
    agency.answers(receipt());
    standing.silent(true);

    worker().step();
    assertThat(state()).isEqualTo(DispatchState.READY);
    assertThat(agency.calls()).isEmpty();
    standing.silent(false);
    later();
    worker().step();

    assertThat(state()).isEqualTo(DispatchState.DELIVERED);
  }

  @Test
  void packageForAnotherCertificateThanTheRegistrys_isNotSent() {
    InMemoryEndpoints replaced = registry();
    replaced.encryptTo("AG-N-001", TestPki.AGENCY_P384);
    worker(replaced).step();

    assertThat(suspension()).isEqualTo("endpoint-not-usable");
    assertThat(agency.calls()).isEmpty();
  }

  @Test
  void leaseOfALongSend_isRenewed_soThatNobodyTakesItOver() throws Exception {
    LeaseKeeper keeper = keeper(Duration.ofMillis(5));
    SendingDispatch claim = claims().claim(node(), Channel.SOAP).orElseThrow();

    keeper.during(
        claim,
        () -> {
          for (int i = 0; i < 3; i++) {
            ports.letPass(ClaimDispatch.LEASE.minusSeconds(1));
            awaitRenewal(ports.dispatches().databaseTime());
          }
          return claim;
        });

    assertThat(claims().claim(node(), Channel.SOAP)).isEmpty();
  }

  private void awaitRenewal(Instant now) {
    Instant renewed = now.plus(ClaimDispatch.LEASE);
    for (int i = 0; i < 2000 && !lease().equals(renewed); i++) {
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(lease()).isEqualTo(renewed);
  }

  private Instant lease() {
    return ((SendingDispatch) stored()).lease().until();
  }

  private DispatchWorker worker() {
    return worker(registry());
  }

  private DispatchWorker worker(InMemoryEndpoints registry) {
    return new DispatchWorker(
        node(),
        claims(),
        ports.dispatches(),
        registry,
        new HoldGate(ports.holds()),
        new RecipientCheck(standing, ports.settings(), ports.clock()),
        agency,
        keeper(Duration.ofSeconds(10)),
        new Settlement(
            node(),
            new RecordReceipt(ports.unit(), ports.dispatches(), registry, events, ports.clock()),
            new SettleDispatch(
                ports.unit(),
                ports.dispatches(),
                events,
                new RetryPlan(new Random(1), ports.settings()))));
  }

  private ClaimDispatch claims() {
    return new ClaimDispatch(
        ports.unit(),
        ports.dispatches(),
        new LogGate(ports.standing(), ports.settings()),
        new HoldGate(ports.holds()),
        events);
  }

  private LeaseKeeper keeper(Duration every) {
    return new LeaseKeeper(new RenewLease(ports.unit(), ports.dispatches()), node(), timer, every);
  }

  private static InMemoryEndpoints registry() {
    return TestEndpoints.registry();
  }

  private static X509Certificate encryption() {
    return registry().agencies().get(0).primary().encryptionCertificates().get(0).certificate();
  }

  private Answer receipt() {
    return receipt(PACKAGE.recipe().packageDigest());
  }

  private Answer receipt(Digest packageDigest) {
    return TestReceipt.of(ready, packageDigest);
  }

  private void later() {
    ports.letPass(Duration.ofMinutes(20));
  }

  private Dispatch stored() {
    return ports.dispatches().find(ready.order().id()).orElseThrow();
  }

  private DispatchState state() {
    return stored().state();
  }

  private String suspension() {
    return ((SuspendedDispatch) stored()).suspension().code();
  }

  private static Actor node() {
    return People.NODE;
  }

  private void run(Runnable change) {
    ports
        .unit()
        .run(
            () -> {
              change.run();
              return true;
            });
  }
}
