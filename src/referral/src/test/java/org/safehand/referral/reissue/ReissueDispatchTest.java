package org.safehand.referral.reissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Role;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.dispatch.Failure;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestReceipts;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;
import org.safehand.referral.transfer.DispatchState;

class ReissueDispatchTest {
  private static final TestAuthority NEW_NORTH =
      TestWorld.AGENCY_CA.agreeing("North Recipient", "secp384r1");
  private static final TestAuthority NEW_SOUTH =
      TestWorld.AGENCY_CA.agreeing("South Recipient", "secp384r1");
  private static final String REASON = "the agency lost its key";
  private static final Failure RESET = new Failure("connection-reset", "the connection broke off");

  private final Hotline hotline = new Hotline();

  @Test
  void reissued_closesTheOldOneAndTellsWhoWhatAndWhy() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    Dispatch next = value(reissue(People.SUPERVISOR, old, NEW_SOUTH));

    SupersededDispatch closed = (SupersededDispatch) now(old);
    assertThat(closed.state()).isEqualTo(DispatchState.SUPERSEDED);
    assertThat(closed.supersession().by()).isEqualTo(next.order().id());
    assertThat(next.order().endpoint()).isEqualTo(old.order().endpoint());
    assertThat(next.order().referral()).isEqualTo(old.order().referral());
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.REISSUED);
    assertThat(event.actor().id()).isEqualTo("2001");
    assertThat(event.basis().orElseThrow().purpose()).isEqualTo(REASON);
    assertThat(event.fact("dispatchId")).contains(next.order().id().toString());
    assertThat(event.fact("supersedes")).contains(old.order().id().toString());
    assertThat(event.fact("supersededState")).contains("AVAILABLE");
    assertThat(event.fact("sequence")).contains("2");
    assertThat(event.fact("recipientCertificateSha256")).contains(NEW_SOUTH.fingerprint().hex());
    assertThat(event.fact("sealDigest")).contains(old.order().sealDigest().hex());
    assertThat(task(TaskKind.AUTHORISE)).contains(Task.authorise(next.order().id()));
  }

  @Test
  void superseded_isNotHandedOutAnyMore() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    value(reissue(People.SUPERVISOR, old, NEW_SOUTH));
    assertRefused(
        hotline,
        People.LIAISON_SOUTH,
        referral(old),
        RefusalCode.DISPATCH_NOT_FOUND,
        () -> hotline.fetched(People.LIAISON_SOUTH, old.order().id()));
  }

  @Test
  void delivered_reissued_staysDeliveredWithItsReceipt_andIsNotHandedOutAnyMore() {
    hotline.packaged("AG-N-001");
    SendingDispatch claim = claim();
    SealedBytes receipt =
        TestReceipts.sign(TestWorld.NORTH_RECEIPTS, Samples.statement(claim).build());
    DeliveredDispatch delivered = value(hotline.receipt.record(People.NODE, claim, receipt));
    value(hotline.fetched(People.LIAISON_NORTH, delivered.order().id()));
    rollOver();
    value(reissue(People.SUPERVISOR, delivered, NEW_NORTH));

    assertThat(now(delivered).state()).isEqualTo(DispatchState.DELIVERED);
    assertThat(
            value(hotline.readDispatches.receipt(People.SUPERVISOR, delivered.order().id()))
                .bytes())
        .isEqualTo(receipt);
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        referral(delivered),
        RefusalCode.DISPATCH_SUPERSEDED,
        () -> hotline.fetched(People.LIAISON_NORTH, delivered.order().id()));
  }

  @Test
  void queuedAuthorisedReadyOrSuspended_reissued_neverLeaves() {
    DispatchId queued = hotline.dispatched("AG-N-001").get(0).order().id();
    DispatchId authorised = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, authorised));
    DispatchId ready = hotline.packaged("AG-N-001").order().id();
    rollOver();
    for (DispatchId id : List.of(queued, authorised, ready)) {
      value(reissue(People.SUPERVISOR, now(id), NEW_NORTH));
      assertThat(now(id).state()).isEqualTo(DispatchState.SUPERSEDED);
      assertCode(hotline.authorise.authorise(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
      assertCode(hotline.pack.pack(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
    }
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    hotline.endpoints.encryptTo("AG-N-001", TestCertificates.of(TestWorld.NORTH_RECIPIENT));
    Dispatch broken = hotline.packaged("AG-N-001");
    value(hotline.settle.suspend(People.NODE, claim(), RESET));
    rollOver();
    value(reissue(People.SUPERVISOR, now(broken), NEW_NORTH));
    assertThat(now(broken).state()).isEqualTo(DispatchState.SUPERSEDED);
    hotline.ports.letPass(Duration.ofHours(1));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
  }

  @Test
  void packagedWhileItIsReissued_isNotKept() {
    DispatchId id = hotline.dispatched("AG-S-002").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.recorder().publish();
    rollOver();
    hotline.tsa.before(() -> value(reissue(People.SUPERVISOR, now(id), NEW_SOUTH)));
    assertCode(hotline.pack.pack(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
    assertThat(now(id).state()).isEqualTo(DispatchState.SUPERSEDED);
    assertThat(hotline.ports.dispatches().recipe(id)).isEmpty();
  }

  @Test
  void onItsWay_isRefusedUntilItIsSettled() {
    Dispatch ready = hotline.packaged("AG-N-001");
    SendingDispatch claim = claim();
    rollOver();
    refused(claim, NEW_NORTH, RefusalCode.DISPATCH_WRONG_STATE);
    Dispatch unknown = value(hotline.settle.unknown(People.NODE, claim, RESET));
    refused(unknown, NEW_NORTH, RefusalCode.DISPATCH_WRONG_STATE);
    hotline.ports.letPass(Duration.ofMinutes(1));
    Dispatch failed = value(hotline.settle.failed(People.NODE, claim(), RESET));
    value(reissue(People.SUPERVISOR, failed, NEW_NORTH));
    assertThat(now(ready).state()).isEqualTo(DispatchState.SUPERSEDED);
  }

  @Test
  void superseded_reissuedAgain_isRefused_butTheNewOneMayBe() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    Dispatch next = value(reissue(People.SUPERVISOR, old, NEW_SOUTH));
    refused(now(old), NEW_SOUTH, RefusalCode.DISPATCH_SUPERSEDED);
    refused(next, NEW_SOUTH, RefusalCode.REISSUE_SAME_CERTIFICATE);
    Dispatch third = value(reissue(People.SUPERVISOR, next, TestWorld.SOUTH_RECIPIENT));
    assertThat(third.order().sequence()).isEqualTo(3);
  }

  /** One of the two is not what would be chosen for an ordinary dispatch. */
  @Test
  void eachReissue_isForTheCertificateThatWasNamed_whicheverIsYoungest() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    Dispatch next = packaged(value(reissue(People.SUPERVISOR, old, NEW_SOUTH)));
    assertThat(((AvailableDispatch) next).parcel().certificate()).contains(NEW_SOUTH.fingerprint());
    Dispatch third = packaged(value(reissue(People.SUPERVISOR, next, TestWorld.SOUTH_RECIPIENT)));
    assertThat(((AvailableDispatch) third).parcel().certificate())
        .contains(TestWorld.SOUTH_RECIPIENT.fingerprint());
  }

  @Test
  void sameUnknownOrExpiredCertificate_isRefused() {
    Dispatch old = hotline.packaged("AG-S-002");
    refused(old, TestWorld.SOUTH_RECIPIENT, RefusalCode.REISSUE_SAME_CERTIFICATE);
    refused(old, NEW_SOUTH, RefusalCode.REISSUE_UNKNOWN_CERTIFICATE);
    rollOver();
    refused(old, NEW_NORTH, RefusalCode.REISSUE_UNKNOWN_CERTIFICATE);
    var past = hotline.ports.clock().instant().minusSeconds(1);
    var expired = TestCertificates.valid(past.minus(Duration.ofDays(9)), past);
    hotline.endpoints.encryptTo("AG-S-002", expired);
    refused(old, expired.sha256(), RefusalCode.REISSUE_UNKNOWN_CERTIFICATE);
    hotline.endpoints.keepOnly("AG-N-001");
    refused(old, NEW_SOUTH, RefusalCode.ENDPOINT_NOT_USABLE);
  }

  @Test
  void anyoneButASupervisorOfTheUnit_isRefused() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    for (Actor actor :
        List.of(
            People.OFFICER,
            People.AUDITOR,
            People.ADMINISTRATOR,
            hotline.bound(People.staff("2009", Set.of(Role.RELEASE_SUPERVISOR), "Another unit")))) {
      assertRefused(
          hotline,
          actor,
          referral(old),
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> reissue(actor, old, NEW_SOUTH));
    }
    for (Actor actor : List.of(People.LIAISON_SOUTH, People.LIAISON_NORTH)) {
      assertRefused(
          hotline,
          actor,
          referral(old),
          RefusalCode.DISPATCH_NOT_FOUND,
          () -> reissue(actor, old, NEW_SOUTH));
    }
    assertThat(now(old)).isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two\nlines\u0000"})
  void withoutAReason_isRefused(String reason) {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    ReissueOrder order = order(old, NEW_SOUTH.fingerprint(), reason);
    Outcome<Dispatch> outcome = hotline.reissue.reissue(People.SUPERVISOR, order);
    assertThat(Refusals.refusal(outcome).pointers()).hasSize(1);
    assertThat(now(old)).isEqualTo(old);
  }

  @Test
  void whoReadAnEarlierRevision_isRefused() {
    Dispatch queued = hotline.dispatched("AG-S-002").get(0);
    value(hotline.authorise.authorise(People.NODE, queued.order().id()));
    rollOver();
    refused(queued, NEW_SOUTH, RefusalCode.REVISION_CONFLICT);
  }

  @Test
  void whileTheLogIsStale_isRefused() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    hotline.ports.letPass(Duration.ofHours(5));
    refused(old, NEW_SOUTH, RefusalCode.LOG_STALE);
  }

  @Test
  void repeated_givesTheSameNewDispatch() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    ReissueOrder order = order(old, NEW_SOUTH.fingerprint(), REASON);
    hotline.proven(order.binding(People.SUPERVISOR.number()));
    Dispatch next = value(hotline.reissue.reissue(People.SUPERVISOR, order));
    assertThat(value(hotline.reissue.reissue(People.SUPERVISOR, order))).isEqualTo(next);
    assertThat(hotline.ports.dispatches().of(old.order().referral())).hasSize(2);
  }

  @Test
  void certificateGoneBeforeTheNewPackageIsMade_suspendsIt() {
    Dispatch old = hotline.packaged("AG-S-002");
    rollOver();
    DispatchId next = value(reissue(People.SUPERVISOR, old, NEW_SOUTH)).order().id();
    hotline.endpoints.encryptTo("AG-S-002", TestCertificates.of(TestWorld.SOUTH_RECIPIENT));
    assertThat(value(hotline.authorise.authorise(People.NODE, next)).state())
        .isEqualTo(DispatchState.SUSPENDED);
    assertThat(hotline.ports.recorder().newest().event().header().outcome().code())
        .isEqualTo(RefusalCode.RECIPIENT_CERTIFICATE_NOT_VALID.wire());
  }

  /** Both agencies have a new certificate beside the one that they had. */
  private void rollOver() {
    hotline.endpoints.encryptTo(
        "AG-N-001", TestCertificates.of(TestWorld.NORTH_RECIPIENT), TestCertificates.of(NEW_NORTH));
    hotline.endpoints.encryptTo(
        "AG-S-002", TestCertificates.of(TestWorld.SOUTH_RECIPIENT), TestCertificates.of(NEW_SOUTH));
  }

  private Outcome<Dispatch> reissue(Actor actor, Dispatch dispatch, TestAuthority certificate) {
    ReissueOrder order = order(dispatch, certificate.fingerprint(), REASON);
    hotline.proven(order.binding(actor.number()));
    return hotline.reissue.reissue(actor, order);
  }

  private static ReissueOrder order(Dispatch dispatch, Digest certificate, String reason) {
    return new ReissueOrder(
        dispatch.order().id(),
        dispatch.order().revision(),
        certificate,
        reason,
        Hotline.key("reissue"));
  }

  private void refused(Dispatch dispatch, TestAuthority certificate, RefusalCode code) {
    refused(dispatch, certificate.fingerprint(), code);
  }

  private void refused(Dispatch dispatch, Digest certificate, RefusalCode code) {
    Dispatch before = now(dispatch);
    assertRefused(
        hotline,
        People.SUPERVISOR,
        referral(dispatch),
        code,
        () -> hotline.reissue.reissue(People.SUPERVISOR, order(dispatch, certificate, REASON)));
    assertThat(now(dispatch)).isEqualTo(before);
  }

  private Dispatch packaged(Dispatch dispatch) {
    value(hotline.authorise.authorise(People.NODE, dispatch.order().id()));
    hotline.ports.recorder().publish();
    return value(hotline.pack.pack(People.NODE, dispatch.order().id()));
  }

  private SendingDispatch claim() {
    return hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
  }

  private Referral referral(Dispatch dispatch) {
    return hotline.ports.referrals().find(dispatch.order().referral()).orElseThrow();
  }

  private Dispatch now(Dispatch dispatch) {
    return now(dispatch.order().id());
  }

  private Dispatch now(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow();
  }

  private Optional<Task> task(TaskKind kind) {
    return hotline.ports.unit().run(() -> hotline.ports.outbox().take(kind, Duration.ZERO));
  }

  private static void assertCode(Outcome<?> outcome, RefusalCode code) {
    assertThat(Refusals.refusal(outcome).code()).isEqualTo(code);
  }
}
