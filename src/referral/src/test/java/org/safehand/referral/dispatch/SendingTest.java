package org.safehand.referral.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safehand.referral.sample.Hotline.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.sample.Refusals;
import org.safehand.referral.settings.Setting;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DispatchState;

class SendingTest {
  private static final Failure RESET = new Failure("connection-reset", "the connection broke off");

  private final Hotline hotline = new Hotline();
  private final Dispatch ready = hotline.packaged("AG-N-001");

  @Test
  void claim_raisesTheFenceAndHidesTheDispatch() {
    SendingDispatch claim = claim();
    assertThat(claim.order().fence()).isEqualTo(ready.order().fence() + 1);
    assertThat(claim.reconcile()).isFalse();
    assertThat(claim.lease().until())
        .isEqualTo(hotline.ports.clock().instant().plus(ClaimDispatch.LEASE));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(hotline.ports.recorder().types(ready.order().caseId()))
        .endsWith("transmit-attempted");
  }

  @Test
  void nothingDue_claimsNothingAndRecordsNothing() {
    claim();
    int events = hotline.ports.recorder().size();
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(hotline.claim.claim(People.NODE, Channel.PICK_UP)).isEmpty();
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
  }

  @Test
  void failed_isDueAgainWithinTheCeiling() {
    Dispatch again = value(hotline.settle.failed(People.NODE, claim(), RESET));
    assertThat(again).isInstanceOf(ReadyDispatch.class);
    Instant now = hotline.ports.clock().instant();
    assertThat(((ReadyDispatch) again).attempts().notBefore())
        .isBetween(now, now.plus(RetryPlan.ceiling(1)));
    hotline.ports.letPass(RetryPlan.ceiling(1));
    SendingDispatch second = claim();
    assertThat(second.attempts().count()).isEqualTo(2);
    assertThat(second.reconcile()).isFalse();
    assertThat(second.order().id()).isEqualTo(ready.order().id());
  }

  @Test
  void unknown_isReconciledAtTheNextClaim() {
    Dispatch unknown = value(hotline.settle.unknown(People.NODE, claim(), RESET));
    assertThat(unknown).isInstanceOf(UnknownDispatch.class);
    hotline.ports.letPass(RetryPlan.ceiling(1));
    assertThat(claim().reconcile()).isTrue();
  }

  @Test
  void endedLease_isTakenOverAndReconciled_andTheFirstNodeSettlesNothing() {
    SendingDispatch first = claim();
    hotline.ports.letPass(ClaimDispatch.LEASE);
    SendingDispatch second = claim();
    assertThat(second.reconcile()).isTrue();
    assertThat(second.order().fence()).isEqualTo(first.order().fence() + 1);
    int events = hotline.ports.recorder().size();
    assertStale(hotline.settle.failed(People.NODE, first, RESET));
    assertStale(hotline.settle.unknown(People.NODE, first, RESET));
    assertStale(hotline.settle.suspend(People.NODE, first, RESET));
    assertThat(hotline.ports.dispatches().find(ready.order().id())).contains(second);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events);
  }

  @Test
  void suspended_isNotClaimedAgain() {
    Dispatch suspended = value(hotline.settle.suspend(People.NODE, claim(), RESET));
    assertThat(suspended.state()).isEqualTo(DispatchState.SUSPENDED);
    hotline.ports.letPass(Duration.ofDays(30));
    assertThat(hotline.claim.claim(People.NODE, Channel.SOAP)).isEmpty();
    assertThat(hotline.ports.recorder().types(ready.order().caseId()))
        .endsWith("transmit-suspended");
  }

  @Test
  void after72Hours_isSuspended() {
    SendingDispatch claim = claim();
    hotline.ports.letPass(Duration.ofDays(3));
    Dispatch given = value(hotline.settle.failed(People.NODE, claim, RESET));
    assertThat(((SuspendedDispatch) given).suspension().code())
        .isEqualTo(SettleDispatch.RETRIES_EXHAUSTED);
  }

  @Test
  void afterAsLongAsTheSettingsSay_isSuspended_andNotBefore() {
    hotline.ports.settings().set(Setting.DISPATCH_RETRY_HOURS, 1);
    SendingDispatch claim = claim();
    hotline.ports.letPass(Duration.ofHours(1).minusMillis(1));
    assertThat(value(hotline.settle.failed(People.NODE, claim, RESET)))
        .isInstanceOf(ReadyDispatch.class);
    hotline.ports.letPass(RetryPlan.ceiling(1).plusMillis(1));
    assertThat(value(hotline.settle.failed(People.NODE, claim(), RESET)))
        .isInstanceOf(SuspendedDispatch.class);
  }

  @Test
  void ceiling_doublesFromFiveSecondsToFifteenMinutes() {
    assertThat(RetryPlan.ceiling(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RetryPlan.ceiling(2)).isEqualTo(Duration.ofSeconds(10));
    assertThat(RetryPlan.ceiling(8)).isEqualTo(Duration.ofSeconds(640));
    assertThat(RetryPlan.ceiling(9)).isEqualTo(Duration.ofMinutes(15));
    assertThat(RetryPlan.ceiling(1_000_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void waits_areSpreadOverTheWholeCeiling() {
    RetryPlan plan = new RetryPlan(new Random(1), hotline.ports.settings());
    Instant now = Instant.EPOCH;
    var waits =
        IntStream.range(0, 1000)
            .mapToObj(i -> plan.next(new Attempts(9, now, now), now).orElseThrow().notBefore())
            .map(due -> Duration.between(now, due).toMinutes())
            .toList();
    assertThat(waits).contains(0L, 7L, 14L).allMatch(minutes -> minutes <= 15);
  }

  private SendingDispatch claim() {
    Optional<SendingDispatch> claimed = hotline.claim.claim(People.NODE, Channel.SOAP);
    return claimed.orElseThrow();
  }

  private static void assertStale(Outcome<?> outcome) {
    assertThat(Refusals.refusal(outcome).code()).isEqualTo(RefusalCode.DISPATCH_FENCE_STALE);
  }
}
