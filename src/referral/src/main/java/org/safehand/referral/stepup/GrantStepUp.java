package org.safehand.referral.stepup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Binds a step-up to the act that it is for, and grants the act once the person proved themselves.
 *
 * <p>Whether they did is for the caller to verify; whether the act is still the one that was bound
 * is asked again when it is done.
 */
public final class GrantStepUp {
  /** The version of a thing that cannot be read before the act. */
  private static final long UNREAD = 0;

  private final Attempts attempts;
  private final CaseAccess access;
  private final UnitOfWork unit;
  private final Proposals proposals;
  private final Holds holds;
  private final StepUps grants;

  /** Wires the use case. */
  public GrantStepUp(
      Attempts attempts,
      CaseAccess access,
      UnitOfWork unit,
      Proposals proposals,
      Holds holds,
      StepUps grants) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.unit = requireNonNull(unit, "unit is null");
    this.proposals = requireNonNull(proposals, "proposals is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.grants = requireNonNull(grants, "grants is null");
  }

  /**
   * The act of {@code order}, if it asks for a step-up, nothing else forbids it to {@code actor},
   * and the object is in the version that they have read. A refusal is an event of a denied attempt
   * at the act.
   */
  public Outcome<BoundStepUp> bind(Actor actor, StepUpOrder order) {
    return attempts.inOneUnit(
        actor,
        order.operation(),
        attempt ->
            switch (order.operation()) {
              case RELEASE ->
                  referral(attempt, actor, order).then(referral -> release(actor, referral, order));
              case REPORT, WITHDRAW_RELEASED ->
                  referral(attempt, actor, order).map(referral -> bound(actor, order, referral));
              case REISSUE, RESUME_DISPATCH -> reissue(attempt, actor, order);
              case BREAK_GLASS -> glass(attempt, actor, order);
              case MANAGE_ENDPOINTS ->
                  AgencyId.isWellFormed(order.object())
                      ? lift(actor, new AgencyId(order.object()), order)
                      : id(order, ProposalId::parse).then(id -> decision(actor, id, order));
              default -> invalid("/operation", "no step-up is asked for it");
            });
  }

  /** Grants the act of {@code binding} to its person, who proved themselves at {@code at}. */
  public Grant grant(ProvenAct binding, Instant at) {
    Grant grant = new Grant(binding, at);
    return unit.run(
        () -> {
          grants.keep(grant);
          return grant;
        });
  }

  private Outcome<Referral> referral(Attempt attempt, Actor actor, StepUpOrder order) {
    return id(order, ReferralId::parse)
        .then(id -> access.find(attempt, actor, order.operation(), id))
        .then(admitted -> current(admitted, admitted.subject().version().revision(), order));
  }

  private Outcome<BoundStepUp> release(Actor actor, Referral referral, StepUpOrder order) {
    if (!(referral instanceof ReferralInReview)) {
      return Outcome.refused(
          RefusalCode.REFERRAL_WRONG_STATE, "only a sealed referral in review is released");
    }
    return Outcome.done(bound(actor, order, referral));
  }

  private Outcome<BoundStepUp> reissue(Attempt attempt, Actor actor, StepUpOrder order) {
    return id(order, DispatchId::parse)
        .then(id -> access.findDispatch(attempt, actor, order.operation(), id))
        .then(admitted -> current(admitted, admitted.subject().order().revision(), order))
        .map(dispatch -> bound(actor, order, Optional.of(dispatch.order().referral())));
  }

  /** What cannot be read is in no version that was. */
  private Outcome<BoundStepUp> glass(Attempt attempt, Actor actor, StepUpOrder order) {
    return access
        .admit(actor, order.operation())
        .then(admitted -> current(admitted, UNREAD, order))
        .then(admitted -> access.named(attempt, order.object()))
        .map(referral -> bound(actor, order, Optional.empty()));
  }

  private Outcome<BoundStepUp> decision(Actor actor, ProposalId id, StepUpOrder order) {
    Operation operation = order.operation();
    return access
        .admit(actor, operation, Target.reading(), RefusalCode.PROPOSAL_NOT_FOUND, id)
        .then(admitted -> proposal(id, operation))
        .then(
            found ->
                access.admit(
                    actor,
                    operation,
                    Target.proposedBy(found.terms().proposer().number()),
                    RefusalCode.PROPOSAL_NOT_FOUND,
                    found))
        .then(admitted -> current(admitted, admitted.subject().terms().revision(), order))
        .map(found -> new BoundStepUp(binding(actor, order), Optional.empty()));
  }

  /** That an agency is held back is lifted by somebody else than who held it. */
  private Outcome<BoundStepUp> lift(Actor actor, AgencyId agency, StepUpOrder order) {
    Operation operation = order.operation();
    return access
        .admit(actor, operation, Target.reading(), RefusalCode.AGENCY_NOT_FOUND, agency)
        .then(admitted -> standing(agency))
        .then(
            found ->
                access.admit(
                    actor,
                    operation,
                    Target.proposedBy(found.by()),
                    RefusalCode.AGENCY_NOT_FOUND,
                    found))
        .then(admitted -> current(admitted, admitted.subject().revision(), order))
        .map(found -> new BoundStepUp(binding(actor, order), Optional.empty()));
  }

  private Outcome<AgencyHold> standing(AgencyId agency) {
    return holds
        .find(agency)
        .filter(StandingHold.class::isInstance)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.AGENCY_NOT_HELD, "it is not held back"));
  }

  private Outcome<Proposal> proposal(ProposalId id, Operation operation) {
    return proposals
        .find(id)
        .filter(found -> found.terms().change().operation() == operation)
        .map(Outcome::done)
        .orElseGet(
            () -> Outcome.refused(RefusalCode.PROPOSAL_NOT_FOUND, "there is no such proposal"));
  }

  private static <T> Outcome<T> current(Admitted<T> admitted, long revision, StepUpOrder order) {
    if (!admitted.stepUp()) {
      return invalid("/operation", "no step-up is asked for it");
    }
    return revision == order.version()
        ? Outcome.done(admitted.subject())
        : Outcome.refused(
            RefusalCode.STEP_UP_OTHER_VERSION, "it was changed since version " + order.version());
  }

  private static <T> Outcome<T> id(StepUpOrder order, Function<String, T> parser) {
    try {
      return Outcome.done(parser.apply(order.object()));
    } catch (IllegalArgumentException malformed) {
      return invalid("/object", "not an id");
    }
  }

  private static BoundStepUp bound(Actor actor, StepUpOrder order, Referral referral) {
    return bound(actor, order, Optional.of(referral.version().id()));
  }

  private static BoundStepUp bound(Actor actor, StepUpOrder order, Optional<ReferralId> referral) {
    return new BoundStepUp(binding(actor, order), referral);
  }

  private static ProvenAct binding(Actor actor, StepUpOrder order) {
    return new ProvenAct(
        actor.number(), order.operation(), order.object(), order.version(), order.digest());
  }

  private static <T> Outcome<T> invalid(String pointer, String detail) {
    return Outcome.refused(
        Refusal.of(List.of(new FieldFault(pointer, RefusalCode.VALUE_INVALID, detail))));
  }
}
