package org.safehand.referral.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/** Asserts that something was refused, that this is an event, and that nothing else changed. */
public final class Refusals {
  private Refusals() {}

  /** {@code attempt} of {@code actor} on {@code referral} is refused with {@code code}. */
  public static Refusal assertRefused(
      Hotline hotline,
      Actor actor,
      Referral referral,
      RefusalCode code,
      Supplier<? extends Outcome<?>> attempt) {
    Referral before = hotline.now(referral);
    int dispatches = hotline.ports.dispatches().of(referral.version().id()).size();
    int segments = hotline.ports.vault().size();
    int events = hotline.ports.recorder().types(referral.version().caseId()).size();
    Refusal refusal = assertRefused(hotline, actor, code, attempt);
    assertThat(hotline.now(referral)).isEqualTo(before);
    assertThat(hotline.ports.dispatches().of(referral.version().id())).hasSize(dispatches);
    assertThat(hotline.ports.vault().size()).isEqualTo(segments);
    assertThat(hotline.ports.recorder().types(referral.version().caseId()))
        .as("the denial is the case's one new event")
        .hasSize(events + 1)
        .last()
        .isEqualTo("denied");
    return refusal;
  }

  /** {@code attempt} of {@code actor} is refused with {@code code}, which is the newest event. */
  public static Refusal assertRefused(
      Hotline hotline, Actor actor, RefusalCode code, Supplier<? extends Outcome<?>> attempt) {
    int events = hotline.ports.recorder().size();
    Refusal refusal = refusal(attempt.get());
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(hotline.ports.recorder().size()).isEqualTo(events + 1);
    EventHeader event = hotline.ports.recorder().newest().event().header();
    assertThat(event.type()).isEqualTo(EventType.DENIED);
    assertThat(event.actor().id()).isEqualTo(actor.number().value());
    assertThat(event.outcome().result()).isEqualTo(Result.DENIED);
    assertThat(event.outcome().code()).isEqualTo(code.wire());
    return refusal;
  }

  public static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        value -> {
          throw new AssertionError("done: " + value);
        },
        refusal -> refusal);
  }
}
