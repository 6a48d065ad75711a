package org.safehand.referral.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

class PackagingTest {
  private final Hotline hotline = new Hotline();

  @Test
  void authorised_eventNamesExactlyThisPackage() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    AuthorisedDispatch authorised =
        (AuthorisedDispatch) value(hotline.authorise.authorise(People.NODE, id));
    EventHeader event = hotline.ports.recorder().newest().event().header();
    AuthorisedPackage made =
        AuthorisedPackage.fromBytes(hotline.ports.dispatches().draft(id).orElseThrow().bytes());
    assertThat(event.type()).isEqualTo(EventType.TRANSMIT_AUTHORISED);
    assertThat(event.facts()).containsAllEntriesOf(made.facts());
    assertThat(authorised.authorisation().headerDigest()).isEqualTo(made.headerDigest());
    assertThat(authorised.authorisation().event())
        .isEqualTo(hotline.ports.recorder().newest().leaf().leafHash());
    assertThat(task(TaskKind.AUTHORISE)).isEmpty();
    assertThat(task(TaskKind.PACKAGE)).contains(Task.pack(id));
  }

  @Test
  void beforeTheEventIsWitnessed_nothingIsPackaged() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    Dispatch authorised = value(hotline.authorise.authorise(People.NODE, id));
    assertRefused(hotline.pack.pack(People.NODE, id), RefusalCode.AUTHORISATION_NOT_WITNESSED);
    assertThat(now(id)).isEqualTo(authorised);
    assertThat(hotline.ports.dispatches().recipe(id)).isEmpty();
    assertThat(task(TaskKind.PACKAGE)).contains(Task.pack(id));
  }

  @Test
  void pushChannel_isReadyAndPickUp_isAvailable() {
    assertThat(hotline.packaged("AG-N-001")).isInstanceOf(ReadyDispatch.class);
    assertThat(hotline.packaged("AG-S-002")).isInstanceOf(AvailableDispatch.class);
    assertThat(task(TaskKind.PACKAGE)).isEmpty();
  }

  @Test
  void authorisationThatCameLate_leavesTheTaskOfWhoWasFirst() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    assertRefused(hotline.authorise.authorise(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
    assertThat(task(TaskKind.PACKAGE)).contains(Task.pack(id));
  }

  @Test
  void steps_repeated_changeNothing() {
    Dispatch ready = hotline.packaged("AG-N-001");
    DispatchId id = ready.order().id();
    int events = hotline.ports.recorder().size();
    assertRefused(hotline.authorise.authorise(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
    assertRefused(hotline.pack.pack(People.NODE, id), RefusalCode.DISPATCH_WRONG_STATE);
    assertThat(now(id)).isEqualTo(ready);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
  }

  @Test
  void damagedSegment_suspendsTheDispatchBeforeAnythingIsAuthorised() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    Referral referral = hotline.ports.referrals().find(queued.order().referral()).orElseThrow();
    hotline.ports.vault().damage(referral.version().exhibits().get(0).segments().get(0).id());
    assertSuspended(
        value(hotline.authorise.authorise(People.NODE, queued.order().id())),
        RefusalCode.EVIDENCE_DAMAGED);
    assertThat(hotline.ports.recorder().types(queued.order().caseId()))
        .doesNotContain("transmit-authorised")
        .endsWith("transmit-suspended");
  }

  @Test
  void endpointGone_suspendsTheDispatch() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    hotline.endpoints.keepOnly("AG-S-002");
    assertSuspended(
        value(hotline.authorise.authorise(People.NODE, queued.order().id())),
        RefusalCode.ENDPOINT_NOT_USABLE);
  }

  @Test
  void endpointGoneAfterAuthorisation_suspendsTheDispatch() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.recorder().publish();
    hotline.endpoints.keepOnly("AG-S-002");
    assertSuspended(value(hotline.pack.pack(People.NODE, id)), RefusalCode.ENDPOINT_NOT_USABLE);
    assertThat(hotline.ports.dispatches().recipe(id)).isEmpty();
  }

  @Test
  void duringRollover_thePackageIsForTheYoungestCertificate() {
    Instant now = hotline.ports.clock().instant();
    RecipientCertificate old = valid(now, -30, 9);
    RecipientCertificate young = valid(now, -1, 30);
    hotline.endpoints.encryptTo("AG-S-002", old, young, valid(now, 1, 60), valid(now, -9, -1));
    DispatchId id = hotline.dispatched("AG-S-002").get(0).order().id();
    AuthorisedDispatch authorised =
        (AuthorisedDispatch) value(hotline.authorise.authorise(People.NODE, id));
    assertThat(authorised.authorisation().certificate()).isEqualTo(young.sha256());
    hotline.ports.recorder().publish();
    AvailableDispatch available = (AvailableDispatch) value(hotline.pack.pack(People.NODE, id));
    assertThat(available.parcel().certificate()).contains(young.sha256());
  }

  @Test
  void duringRollover_aCertificateInDoubtIsPassedOver() {
    Instant now = hotline.ports.clock().instant();
    RecipientCertificate old = valid(now, -30, 9);
    RecipientCertificate young = valid(now, -1, 30);
    hotline.endpoints.encryptTo("AG-S-002", old, young);
    hotline.standing.revoke(young.certificate());
    AuthorisedDispatch authorised =
        (AuthorisedDispatch) authorised(hotline.dispatched("AG-S-002").get(0));
    assertThat(authorised.authorisation().certificate()).isEqualTo(old.sha256());
  }

  @Test
  void duringRollover_allInDoubt_suspendsTheDispatch() {
    Instant now = hotline.ports.clock().instant();
    RecipientCertificate old = valid(now, -30, 9);
    RecipientCertificate young = valid(now, -1, 30);
    hotline.endpoints.encryptTo("AG-S-002", old, young);
    hotline.standing.revoke(young.certificate());
    hotline.standing.revoke(old.certificate());
    assertSuspended(
        authorised(hotline.dispatched("AG-S-002").get(0)), RefusalCode.RECIPIENT_REVOKED);
  }

  @Test
  void noCertificateValid_suspendsTheDispatch() {
    Instant now = hotline.ports.clock().instant();
    hotline.endpoints.encryptTo("AG-S-002", valid(now, 1, 60), valid(now, -9, -1));
    Dispatch queued = hotline.dispatched("AG-S-002").get(0);
    assertSuspended(
        value(hotline.authorise.authorise(People.NODE, queued.order().id())),
        RefusalCode.RECIPIENT_CERTIFICATE_NOT_VALID);
  }

  @Test
  void certificateThatEndsBeforeThePackageIsFinished_suspendsTheDispatch() {
    Instant now = hotline.ports.clock().instant();
    RecipientCertificate ending =
        TestCertificates.valid(now.minus(Duration.ofDays(1)), now.plus(Duration.ofHours(1)));
    hotline.endpoints.encryptTo("AG-S-002", ending, valid(now, -40, 60));
    DispatchId id = hotline.dispatched("AG-S-002").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.letPass(Duration.ofHours(2));
    hotline.ports.recorder().publish();
    assertSuspended(
        value(hotline.pack.pack(People.NODE, id)), RefusalCode.RECIPIENT_CERTIFICATE_NOT_VALID);
  }

  private static RecipientCertificate valid(Instant now, int fromDay, int untilDay) {
    return TestCertificates.valid(
        now.plus(Duration.ofDays(fromDay)), now.plus(Duration.ofDays(untilDay)));
  }

  @Test
  void recipientRevoked_suspendsTheDispatchBeforeAnythingIsEncryptedToIt() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    hotline.standing.revoke(TestWorld.NORTH_RECIPIENT.certificate());
    assertSuspended(authorised(queued), RefusalCode.RECIPIENT_REVOKED);
    assertThat(hotline.ports.dispatches().draft(queued.order().id())).isEmpty();
  }

  @Test
  void recipientRevokedAfterAuthorisation_suspendsTheDispatchBeforeItIsSealed() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    authorised(queued);
    hotline.ports.recorder().publish();
    hotline.standing.revoke(TestWorld.NORTH_RECIPIENT.certificate());
    DispatchId id = queued.order().id();
    assertSuspended(value(hotline.pack.pack(People.NODE, id)), RefusalCode.RECIPIENT_REVOKED);
    assertThat(hotline.ports.dispatches().recipe(id)).isEmpty();
  }

  @Test
  void recipientOfNoRegisteredAuthority_suspendsTheDispatch() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    hotline.endpoints.encryptTo("AG-N-001", TestPki.SEAL_CA.agreeing("North", "secp384r1"));
    assertSuspended(authorised(queued), RefusalCode.RECIPIENT_UNTRUSTED);
  }

  @Test
  void certificateReplacedAfterAuthorisation_suspendsTheDispatch() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    authorised(queued);
    hotline.ports.recorder().publish();
    hotline.endpoints.encryptTo("AG-N-001", TestWorld.AGENCY_CA.agreeing("North", "secp384r1"));
    assertSuspended(
        value(hotline.pack.pack(People.NODE, queued.order().id())),
        RefusalCode.ENDPOINT_NOT_USABLE);
  }

  @Test
  void recipientExpired_suspendsTheDispatch() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    hotline.standing.expire(TestWorld.NORTH_RECIPIENT.certificate());
    assertSuspended(authorised(queued), RefusalCode.RECIPIENT_EXPIRED);
  }

  @Test
  void standingUnknown_authorisationWaitsAndGoesOn() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    DispatchId id = queued.order().id();
    hotline.standing.silent(true);
    assertRefused(
        hotline.authorise.authorise(People.NODE, id), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
    assertThat(now(id)).isEqualTo(queued);
    assertThat(task(TaskKind.AUTHORISE)).contains(Task.authorise(id));
    hotline.standing.silent(false);
    assertThat(authorised(queued)).isInstanceOf(AuthorisedDispatch.class);
  }

  @Test
  void standingUnknownForTooLong_waitsForAPerson() {
    hotline.endpoints.encryptTo("AG-N-001", valid(hotline.ports.clock().instant(), -1, 30));
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    DispatchId id = queued.order().id();
    hotline.standing.silent(true);
    hotline.ports.letPass(Settings.STANDARD.recipientPatience().minusMillis(1));
    upToDate();
    assertRefused(
        hotline.authorise.authorise(People.NODE, id), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
    hotline.ports.letPass(Duration.ofMillis(1));
    assertSuspended(authorised(queued), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
  }

  @Test
  void standingUnknownForLongerThanTheSettingsSay_waitsForAPerson() {
    hotline.ports.settings().set(Setting.RECIPIENT_PATIENCE_HOURS, 2);
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    DispatchId id = queued.order().id();
    hotline.standing.silent(true);
    hotline.ports.letPass(Duration.ofHours(2).minusMillis(1));
    assertRefused(
        hotline.authorise.authorise(People.NODE, id), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
    hotline.ports.letPass(Duration.ofMillis(1));
    assertSuspended(authorised(queued), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
  }

  @Test
  void standingUnknown_packagingWaitsAndGoesOn() {
    Dispatch queued = hotline.dispatched("AG-N-001").get(0);
    Dispatch authorised = authorised(queued);
    DispatchId id = queued.order().id();
    hotline.ports.recorder().publish();
    hotline.standing.silent(true);
    assertRefused(hotline.pack.pack(People.NODE, id), RefusalCode.RECIPIENT_STANDING_UNKNOWN);
    assertThat(now(id)).isEqualTo(authorised);
    hotline.standing.silent(false);
    assertThat(value(hotline.pack.pack(People.NODE, id))).isInstanceOf(ReadyDispatch.class);
  }

  @Test
  void packageLargerThanTheEndpointTakes_suspendsTheDispatch() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.recorder().publish();
    hotline.endpoints.limit(1000);
    assertSuspended(value(hotline.pack.pack(People.NODE, id)), RefusalCode.PACKAGE_TOO_LARGE);
  }

  @Test
  void timeStampAuthorityDown_packagingWaits() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    Dispatch authorised = value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.recorder().publish();
    hotline.tsa.down(true);
    assertRefused(hotline.pack.pack(People.NODE, id), RefusalCode.TIME_STAMP_UNAVAILABLE);
    assertThat(now(id)).isEqualTo(authorised);
    hotline.tsa.down(false);
    value(hotline.pack.pack(People.NODE, id));
  }

  private Dispatch now(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow();
  }

  private Optional<Task> task(TaskKind kind) {
    return hotline.ports.unit().run(() -> hotline.ports.outbox().take(kind, Duration.ZERO));
  }

  /** Or the log would be stale, and nothing go on for that. */
  private void upToDate() {
    hotline.ports.recorder().publish();
    value(hotline.anchor.anchor(People.NODE));
  }

  private Dispatch authorised(Dispatch queued) {
    return value(hotline.authorise.authorise(People.NODE, queued.order().id()));
  }

  private static void assertRefused(Outcome<?> outcome, RefusalCode code) {
    assertThat(Refusals.refusal(outcome).code()).isEqualTo(code);
  }

  private void assertSuspended(Dispatch dispatch, RefusalCode code) {
    assertThat(dispatch).isInstanceOf(SuspendedDispatch.class);
    assertThat(((SuspendedDispatch) dispatch).suspension().code()).isEqualTo(code.wire());
    assertThat(now(dispatch.order().id())).isEqualTo(dispatch);
    assertThat(task(TaskKind.AUTHORISE)).isEmpty();
    assertThat(task(TaskKind.PACKAGE)).isEmpty();
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.TRANSMIT_SUSPENDED);
    assertThat(event.outcome().code()).isEqualTo(code.wire());
  }
}
