package org.safehand.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;
import static org.safehand.referral.sample.Refusals.assertRefused;
import static org.safehand.referral.sample.Refusals.refusal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.Failure;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.transfer.DispatchState;

class WithdrawReleaseTest {
  private static final Failure RESET = new Failure("connection-reset", "the connection broke off");

  private final Hotline hotline = new Hotline();
  private final WithdrawRelease withdraw =
      new WithdrawRelease(
          hotline.attempts,
          hotline.access,
          hotline.ports.referrals(),
          hotline.ports.dispatches(),
          hotline.ports.outbox(),
          hotline.stepUp,
          hotline.journal,
          hotline.ports.clock());

  @Test
  void release_ofWhichNothingWasSent_isTakenBackWithAllItsDispatches() {
    List<Dispatch> both = hotline.dispatched("AG-N-001", "AG-S-002");
    Referral withdrawn = value(proven(both.get(0)));
    assertThat(withdrawn.state().name()).isEqualTo("WITHDRAWN");
    for (Dispatch dispatch : both) {
      DispatchId id = dispatch.order().id();
      assertThat(state(id)).isEqualTo(DispatchState.WITHDRAWN);
      assertThat(refusal(hotline.authorise.authorise(People.NODE, id)).code())
          .isEqualTo(RefusalCode.DISPATCH_WRONG_STATE);
    }
    assertThat(hotline.ports.recorder().types(withdrawn.version().caseId())).endsWith("withdrawn");
  }

  @Test
  void packaged_isTakenBack_andNeverClaimed() {
    Dispatch ready = hotline.packaged("AG-N-001");
    value(proven(ready));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(state(ready.order().id())).isEqualTo(DispatchState.WITHDRAWN);
  }

  @Test
  void sent_orPerhapsArrived_orWaitingAtTheAgency_isNotTakenBack() {
    Dispatch ready = hotline.packaged("AG-N-001");
    SendingDispatch claim = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    refused(ready);
    value(hotline.settle.unknown(People.NODE, claim, RESET));
    refused(ready);
    refused(hotline.packaged("AG-S-002"));
  }

  @Test
  void suspendedAfterItMayHaveArrived_isNotTakenBack() {
    Dispatch ready = hotline.packaged("AG-N-001");
    SendingDispatch claim = hotline.claim.claim(People.NODE, Channel.SOAP).orElseThrow();
    value(hotline.settle.suspend(People.NODE, claim, RESET));
    refused(ready);
  }

  @Test
  void withdrawal_withoutItsStepUp_orByAnybodyElse_isRefused() {
    Dispatch ready = hotline.packaged("AG-N-001");
    Referral released = referral(ready);
    assertRefused(
        hotline,
        People.SUPERVISOR,
        released,
        RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
        () -> withdraw.withdraw(People.SUPERVISOR, order(ready)));
    for (Actor other : List.of(People.OFFICER, People.AUDITOR, People.ADMINISTRATOR)) {
      assertRefused(
          hotline,
          other,
          released,
          RefusalCode.OPERATION_NOT_PERMITTED,
          () -> withdraw.withdraw(other, order(ready)));
    }
  }

  /** A node claims while a supervisor takes back: one of them wins, never both. */
  @RepeatedTest(20)
  void claimAndWithdrawal_atTheSameTime_haveOneWinner() {
    Dispatch ready = hotline.packaged("AG-N-001");
    hotline.proven(order(ready).binding(People.SUPERVISOR.number()));
    WithdrawOrder order = order(ready);
    CompletableFuture<Outcome<Referral>> back =
        CompletableFuture.supplyAsync(() -> withdraw.withdraw(People.SUPERVISOR, order));
    CompletableFuture<Optional<SendingDispatch>> claim =
        CompletableFuture.supplyAsync(() -> hotline.claim.claim(People.NODE, Channel.SOAP));
    boolean withdrawn = back.join() instanceof Done;
    assertThat(claim.join().isPresent()).isNotEqualTo(withdrawn);
    assertThat(state(ready.order().id()))
        .isEqualTo(withdrawn ? DispatchState.WITHDRAWN : DispatchState.SENDING);
  }

  private void refused(Dispatch dispatch) {
    assertThat(refusal(proven(dispatch)).code()).isEqualTo(RefusalCode.DISPATCH_SENT);
    assertThat(referral(dispatch).state().name()).isEqualTo("RELEASED");
  }

  private Outcome<Referral> proven(Dispatch dispatch) {
    WithdrawOrder order = order(dispatch);
    hotline.proven(order.binding(People.SUPERVISOR.number()));
    return withdraw.withdraw(People.SUPERVISOR, order);
  }

  private WithdrawOrder order(Dispatch dispatch) {
    return new WithdrawOrder(
        dispatch.order().referral(), referral(dispatch).version().revision(), "sent in error");
  }

  private Referral referral(Dispatch dispatch) {
    return hotline.ports.referrals().find(dispatch.order().referral()).orElseThrow();
  }

  private DispatchState state(DispatchId id) {
    return hotline.ports.dispatches().find(id).orElseThrow().state();
  }
}
