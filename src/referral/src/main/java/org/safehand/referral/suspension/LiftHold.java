package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Target;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.LiftedHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;

/**
 * Lifts the hold of an agency: somebody else than who held it, a supervisor, after they proved with
 * a second factor that it is they who mean it. What waited goes on as it was; what a supervisor had
 * suspended, or the gateway itself, stays suspended.
 */
public final class LiftHold {
  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Holds holds;
  private final StepUpGate stepUp;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public LiftHold(
      Attempts attempts,
      CaseAccess access,
      Holds holds,
      StepUpGate stepUp,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The lifted hold. */
  public Outcome<LiftedHold> lift(Actor actor, LiftOrder order) {
    return attempts.inOneUnit(
        actor,
        LiftOrder.OPERATION,
        attempt ->
            access
                .admit(
                    actor,
                    LiftOrder.OPERATION,
                    Target.reading(),
                    RefusalCode.AGENCY_NOT_FOUND,
                    order)
                .then(reader -> standing(order))
                .then(standing -> admit(actor, standing))
                .then(admitted -> lift(actor, admitted, order)));
  }

  /** What the policy says is asked about whoever held it. */
  private Outcome<Admitted<StandingHold>> admit(Actor actor, StandingHold standing) {
    return access.admit(
        actor,
        LiftOrder.OPERATION,
        Target.proposedBy(standing.by()),
        RefusalCode.AGENCY_NOT_FOUND,
        standing);
  }

  private Outcome<StandingHold> standing(LiftOrder order) {
    Optional<AgencyHold> found = holds.alone(order.agency());
    return found.isPresent() && found.get() instanceof StandingHold standing
        ? Outcome.done(standing)
        : Outcome.refused(RefusalCode.AGENCY_NOT_HELD, "it is not held back");
  }

  private Outcome<LiftedHold> lift(Actor actor, Admitted<StandingHold> admitted, LiftOrder order) {
    StandingHold standing = admitted.subject();
    if (standing.revision() != order.revision()) {
      return Outcome.refused(
          RefusalCode.REVISION_CONFLICT, "it was lifted and held again since it was read");
    }
    return REASON
        .require(order.reason(), "/reason", standing)
        .then(
            it ->
                stepUp.whenProven(
                    actor,
                    admitted,
                    order.binding(actor.number()),
                    proven -> commit(proven, it, order.reason())));
  }

  private LiftedHold commit(Actor actor, StandingHold standing, String reason) {
    LiftedHold lifted = standing.lift(actor.number(), clock.instant(), reason);
    holds.save(lifted);
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.AGENCY_LIFTED, actor)
            .basis(Basis.of(reason))
            .fact("agency", standing.agency().value())
            .fact("heldBy", standing.by().value()));
    return lifted;
  }
}
