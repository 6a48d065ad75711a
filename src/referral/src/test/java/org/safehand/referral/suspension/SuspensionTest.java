package org.safehand.referral.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.refusal;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.dispatch.Failure;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Progress;

class SuspensionTest {
  private static final Failure RESET = new Failure("connection-reset", "the connection broke off");

  private final Hotline hotline = new Hotline();
  private final SuspendDispatch suspend =
      new SuspendDispatch(
          hotline.attempts,
          hotline.access,
          hotline.ports.dispatches(),
          hotline.ports.outbox(),
          hotline.events);
  private final ResumeDispatch resume =
      new ResumeDispatch(
          hotline.attempts,
          hotline.access,
          hotline.ports.dispatches(),
          hotline.ports.outbox(),
          hotline.stepUp,
          hotline.events);

  @Test
  void suspended_whereverItWas_goesOnFromThere_andNotBefore() {
    DispatchId queued = hotline.dispatched("AG-N-001").get(0).order().id();
    DispatchId authorised = hotline.dispatched("AG-N-001").get(0).order().id();
    value(hotline.authorise.authorise(People.NODE, authorised));
    DispatchId ready = hotline.packaged("AG-N-001").order().id();
    DispatchId offered = hotline.packaged("AG-S-002").order().id();
    List<DispatchId> all = List.of(queued, authorised, ready, offered);
    all.forEach(id -> value(suspend(People.SUPERVISOR, id)));
    for (DispatchId id : all) {
      refusal(hotline.authorise.authorise(People.NODE, id));
      refusal(hotline.pack.pack(People.NODE, id));
      refusal(hotline.fetched(People.LIAISON_SOUTH, id));
      assertThat(now(id).state()).isEqualTo(DispatchState.SUSPENDED);
    }
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    resumed(queued, DispatchState.QUEUED);
    value(hotline.authorise.authorise(People.NODE, queued));
    resumed(authorised, DispatchState.AUTHORISED);
    hotline.ports.recorder().publish();
    value(hotline.pack.pack(People.NODE, authorised));
    assertThat(claim().order().id()).isEqualTo(authorised);
    resumed(offered, DispatchState.AVAILABLE);
    value(hotline.fetched(People.LIAISON_SOUTH, offered));
    resumed(ready, DispatchState.READY);
    assertThat(claim().order().id()).isEqualTo(ready);
  }

  @Test
  void sending_isNotSuspendedUntilItSettles_andUnknownIsReconciledAfterwards() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    SendingDispatch claim = claim();
    assertThat(refusal(suspend(People.SUPERVISOR, id)).code())
        .isEqualTo(RefusalCode.DISPATCH_ON_ITS_WAY);
    value(hotline.settle.unknown(People.NODE, claim, RESET));
    value(suspend(People.SUPERVISOR, id));
    hotline.ports.letPass(Duration.ofMinutes(1));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    resumed(id, DispatchState.UNKNOWN);
    assertThat(claim().reconcile()).isTrue();
  }

  @Test
  void suspendedByTheGateway_isResumed_andReconciledIfItMayHaveArrived() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    value(hotline.settle.suspend(People.NODE, claim(), RESET));
    resumed(id, DispatchState.UNKNOWN);
    SendingDispatch again = claim();
    hotline.ports.letPass(Duration.ofDays(4));
    SuspendedDispatch exhausted =
        (SuspendedDispatch) value(hotline.settle.failed(People.NODE, again, RESET));
    assertThat(exhausted.progress()).isInstanceOf(Progress.Packaged.class);
    resumed(id, DispatchState.READY);
  }

  @Test
  void resume_withoutItsStepUp_isRefused_andSoIsWhatIsNotSuspended() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    assertThat(refusal(proven(id, "go on")).code()).isEqualTo(RefusalCode.DISPATCH_WRONG_STATE);
    value(suspend(People.SUPERVISOR, id));
    assertThat(refusal(suspend(People.SUPERVISOR, id)).code())
        .isEqualTo(RefusalCode.DISPATCH_WRONG_STATE);
    assertThat(refusal(resume.resume(People.SUPERVISOR, order(id, "go on"))).code())
        .isEqualTo(RefusalCode.INSUFFICIENT_USER_AUTHENTICATION);
    hotline.proven(order(id, "another").binding(People.SUPERVISOR.number()));
    assertThat(refusal(resume.resume(People.SUPERVISOR, order(id, "go on"))).code())
        .isEqualTo(RefusalCode.INSUFFICIENT_USER_AUTHENTICATION);
  }

  @Test
  void officersAuditorsAndAdministrators_suspendAndResumeNothing() {
    DispatchId id = hotline.packaged("AG-N-001").order().id();
    for (Actor other : List.of(People.COLLEAGUE, People.AUDITOR, People.ADMINISTRATOR)) {
      assertThat(refusal(suspend(other, id)).code()).isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
      assertThat(refusal(resume.resume(other, order(id, "go on"))).code())
          .isEqualTo(RefusalCode.OPERATION_NOT_PERMITTED);
    }
  }

  private void resumed(DispatchId id, DispatchState state) {
    assertThat(value(proven(id, "go on")).state()).isEqualTo(state);
  }

  private Outcome<Dispatch> proven(DispatchId id, String reason) {
    SuspensionOrder order = order(id, reason);
    hotline.proven(order.binding(People.SUPERVISOR.number()));
    return resume.resume(People.SUPERVISOR, order);
  }

  private Outcome<Dispatch> suspend(Actor actor, DispatchId id) {
    return suspend.suspend(actor, order(id, "wait"));
  }

  private SuspensionOrder order(DispatchId id, String reason) {
    return new SuspensionOrder(id, now(id).order().revision(), reason);
  }

  private Dispatch now(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow();
  }

  private SendingDispatch claim() {
    return hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
  }
}
