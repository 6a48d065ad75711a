package org.safehand.referral.emergency;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.referral.settings.Settings;
import org.safehand.referral.stepup.StepUpGate;

/**
 * Breaks the glass over one case, also of another unit: a supervisor names it, says why, proves
 * that it is they who ask, and alone may read it for as long as the settings say, an hour at most.
 * Nothing of it can be changed and no package is handed out. A person has one open at a time, and
 * as long as the review of an earlier one is overdue, nobody of the unit breaks another.
 */
public final class BreakGlass {
  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Referrals referrals;
  private final Glasses glasses;
  private final CurrentSettings settings;
  private final StepUpGate stepUp;
  private final GlassEvents events;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public BreakGlass(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Referrals referrals,
      Glasses glasses,
      CurrentSettings settings,
      StepUpGate stepUp,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.glasses = requireNonNull(glasses, "glasses is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.events = new GlassEvents(journal);
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  private record Named(HumanReference reference, ReferralId referral, CaseId caseId) {}

  /**
   * The open glass; for a repeated request, which whoever may not break any more is refused as
   * well, as it is now.
   */
  public Outcome<Glass> open(Actor actor, GlassOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.BREAK_GLASS,
        attempt ->
            access
                .admit(actor, Operation.BREAK_GLASS)
                .then(
                    admitted ->
                        once.run(
                            actor,
                            Operation.BREAK_GLASS,
                            order.key(),
                            () -> openOnce(attempt, admitted, order),
                            glass -> glass.terms().id().toString(),
                            id -> own(actor, glasses.find(GlassId.parse(id))))));
  }

  /** Over before its time is; by whoever broke it. */
  public Outcome<Glass> end(Actor actor, GlassId id) {
    return attempts.inOneUnit(
        actor,
        Operation.BREAK_GLASS,
        attempt ->
            access
                .admit(actor, Operation.BREAK_GLASS)
                .then(admitted -> own(actor, glasses.lock(id)))
                .then(glass -> stillOpen(attempt, glass))
                .map(open -> end(actor, open)));
  }

  private Outcome<Glass> own(Actor actor, Optional<Glass> found) {
    return found
        .filter(glass -> glass.terms().opener().number().equals(actor.number()))
        .map(glass -> Outcome.done(glass.at(clock.instant())))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.GLASS_NOT_FOUND, "there is nothing of this name for you"));
  }

  private static Outcome<OpenGlass> stillOpen(Attempt attempt, Glass glass) {
    attempt.concerns(glass.terms().caseId());
    return glass instanceof OpenGlass open
        ? Outcome.done(open)
        : Outcome.refused(RefusalCode.GLASS_WRONG_STATE, "it is over already");
  }

  private Glass end(Actor actor, OpenGlass open) {
    EndedGlass ended = open.end(clock.instant());
    glasses.save(ended);
    events.record(actor, ended, open.terms().reason());
    return ended;
  }

  private Outcome<Glass> openOnce(Attempt attempt, Admitted<Actor> admitted, GlassOrder order) {
    Actor actor = admitted.subject();
    return REASON
        .require(order.reason(), "/reason", order.reference())
        .then(reference -> access.named(attempt, reference))
        .then(referral -> named(referral, order))
        .then(named -> hidden(attempt, actor, named))
        .then(named -> alone(actor, named))
        .then(named -> reviewed(actor, named))
        .then(named -> open(actor, admitted, named, order));
  }

  private Outcome<Named> named(ReferralId referral, GlassOrder order) {
    return Outcome.done(
        new Named(
            new HumanReference(order.reference()),
            referral,
            referrals.caseOf(referral).orElseThrow()));
  }

  private Outcome<Named> hidden(Attempt attempt, Actor actor, Named named) {
    return access.find(attempt, actor, Operation.READ_CASE, named.referral()) instanceof Refused
            || glasses.through(actor.number(), named.caseId()).isPresent()
        ? Outcome.done(named)
        : Outcome.refused(RefusalCode.GLASS_NOT_NEEDED, "you may read this case without");
  }

  private Outcome<Named> alone(Actor actor, Named named) {
    Instant now = clock.instant();
    Optional<OpenGlass> before = glasses.lockOpen(actor.number());
    if (before.isPresent() && before.get().at(now) instanceof OpenGlass open) {
      return Outcome.refused(
          RefusalCode.GLASS_OPEN_ALREADY,
          "one is open until " + open.terms().until() + ": " + open.terms().id());
    }
    return Outcome.done(named);
  }

  private Outcome<Named> reviewed(Actor actor, Named named) {
    return glasses.isOverdue(actor.organisation(), clock.instant())
        ? Outcome.refused(
            RefusalCode.GLASS_REVIEW_OVERDUE,
            "an auditor has to review first what somebody of the unit did before")
        : Outcome.done(named);
  }

  private Outcome<Glass> open(
      Actor actor, Admitted<Actor> admitted, Named named, GlassOrder order) {
    return stepUp.whenProven(
        actor,
        admitted,
        order.binding(actor.number()),
        proven -> commit(proven, named, order.reason()));
  }

  private Glass commit(Actor actor, Named named, String reason) {
    glasses
        .lockOpen(actor.number())
        .ifPresent(before -> glasses.save(before.end(before.terms().until())));
    Settings now = settings.now();
    OpenGlass open =
        new OpenGlass(
            new GlassTerms(
                new GlassId(ids.event()),
                1,
                named.reference(),
                named.caseId(),
                named.referral(),
                actor.signatory(),
                reason,
                GlassSpan.of(clock.instant(), now.glass(), now.glassReview())));
    glasses.add(open);
    events.record(actor, open, reason);
    return open;
  }
}
