package org.safehand.referral.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.task.TaskKind;
import org.safehand.referral.transfer.DispatchState;

/** While the log is stale nothing leaves the building, and everything else goes on. */
class LogGateTest {
  private static final Duration TOO_LONG = Duration.ofHours(4).plusSeconds(1);

  private final Hotline hotline = new Hotline();
  private final ReadStanding reading =
      new ReadStanding(
          hotline.attempts, hotline.access, hotline.ports.standing(), hotline.ports.settings());

  @Test
  void release_whileTheLogWaitsToBePublished_isRefusedAndSealingGoesOn() {
    SealedReferral inReview = hotline.inReview();
    hotline.ports.clock().advance(TOO_LONG);

    Refusal refusal =
        assertRefused(
            hotline,
            People.SUPERVISOR,
            inReview,
            RefusalCode.LOG_STALE,
            () -> hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));

    assertThat(refusal.detail()).contains("publishing").contains("240");
    Referral another = hotline.opened();
    hotline.taken(another, new byte[3]);
    value(hotline.submit.submit(People.OFFICER, another.version().id(), hotline.revision(another)));
    value(hotline.seal.seal(People.NODE, another.version().id()));
    assertThat(hotline.now(another)).isInstanceOf(SealedReferral.class);
  }

  @Test
  void release_onceTheLogIsPublishedAndAnchored_goesThrough() {
    SealedReferral inReview = hotline.inReview();
    hotline.ports.clock().advance(TOO_LONG);
    hotline.ports.recorder().publish();
    assertThat(refusal(hotline.release(People.SUPERVISOR, inReview, "AG-N-001")).detail())
        .contains("anchoring");

    hotline.ports.recorder().publish();
    assertThat(value(hotline.anchor.anchor(People.NODE))).isPresent();

    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
  }

  @Test
  void release_whenTheOldestEventHasWaitedExactlyTheLimit_goesThrough() {
    SealedReferral inReview = hotline.inReview();
    hotline.ports.clock().advance(TOO_LONG.minusSeconds(1));
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
  }

  @Test
  void gate_underTighterSettings_isShutEarlier_andTheStandingSaysSo() {
    SealedReferral inReview = hotline.inReview();
    hotline.ports.settings().set(Setting.LOG_STALE_MINUTES, 30);
    hotline.ports.clock().advance(Duration.ofMinutes(30));
    assertThat(value(reading.read(People.AUDITOR)).staleAt()).isEmpty();
    hotline.ports.clock().advance(Duration.ofSeconds(1));
    assertThat(refusal(hotline.release(People.SUPERVISOR, inReview, "AG-N-001")).detail())
        .contains("the limit is 30");
    ReadStanding.Shown shown = value(reading.read(People.AUDITOR));
    assertThat(shown.staleAt()).contains(Stage.PUBLISHING);
    assertThat(shown.staleness().limit()).isEqualTo(Duration.ofMinutes(30));
    hotline.ports.settings().set(Setting.LOG_STALE_MINUTES, 31);
    value(hotline.release(People.SUPERVISOR, inReview, "AG-N-001"));
  }

  @Test
  void dispatch_queuedOrAuthorised_waitsInItsStateUntilTheLogGoesOn() {
    DispatchId id = hotline.dispatched("AG-N-001").get(0).order().id();
    hotline.ports.clock().advance(TOO_LONG);
    assertThat(refusal(hotline.authorise.authorise(People.NODE, id)).code())
        .isEqualTo(RefusalCode.LOG_STALE);
    assertThat(state(id)).isEqualTo(DispatchState.QUEUED);
    assertThat(waits(TaskKind.AUTHORISE)).isTrue();

    goOn();
    value(hotline.authorise.authorise(People.NODE, id));
    hotline.ports.clock().advance(TOO_LONG);
    assertThat(refusal(hotline.pack.pack(People.NODE, id)).code()).isEqualTo(RefusalCode.LOG_STALE);
    assertThat(state(id)).isEqualTo(DispatchState.AUTHORISED);
    assertThat(waits(TaskKind.PACKAGE)).isTrue();

    goOn();
    assertThat(value(hotline.pack.pack(People.NODE, id)).state()).isEqualTo(DispatchState.READY);
  }

  @Test
  void package_finished_isNotClaimedUntilTheLogGoesOn() {
    hotline.packaged("AG-N-001");
    hotline.ports.clock().advance(TOO_LONG);
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    goOn();
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isPresent();
  }

  @Test
  void package_waitingForPickUp_isNotHandedOutUntilTheLogGoesOn() {
    Dispatch available = hotline.packaged("AG-S-002");
    hotline.ports.clock().advance(TOO_LONG);
    assertThat(refusal(hotline.fetched(People.LIAISON_SOUTH, available.order().id())).code())
        .isEqualTo(RefusalCode.LOG_STALE);
    goOn();
    value(hotline.fetched(People.LIAISON_SOUTH, available.order().id()));
  }

  @Test
  void standing_isShownToWhoeverMayReadTheLog_withTheStageThatShutsTheGate() {
    hotline.opened();
    assertThat(value(reading.read(People.SUPERVISOR)).staleAt()).isEmpty();
    hotline.ports.clock().advance(TOO_LONG);
    int events = hotline.ports.recorder().size();
    assertThat(value(reading.read(People.AUDITOR)).staleAt()).contains(Stage.PUBLISHING);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
    assertRefused(
        hotline,
        People.LIAISON_NORTH,
        RefusalCode.OPERATION_NOT_PERMITTED,
        () -> reading.read(People.LIAISON_NORTH));
  }

  private void goOn() {
    hotline.ports.recorder().publish();
    value(hotline.anchor.anchor(People.NODE));
    hotline.ports.recorder().publish();
  }

  private boolean waits(TaskKind kind) {
    return hotline
        .ports
        .unit()
        .run(() -> hotline.ports.outbox().take(kind, Duration.ofMinutes(1)))
        .isPresent();
  }

  private DispatchState state(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow().state();
  }
}
