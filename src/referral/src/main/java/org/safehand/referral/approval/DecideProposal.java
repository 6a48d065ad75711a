package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Function;
import org.safehand.custody.event.EventHeader;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.act.Closing;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.ExpiredProposal;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.SettingsRegister;
import org.safehand.referral.stepup.StepUpGate;

/**
 * Decides on a proposal: a second person approves what they have read, by its digest, and it is
 * done in the same unit of work; or rejects it; or the proposer takes it back.
 */
public final class DecideProposal {
  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Bindings bindings;
  private final Proposals proposals;
  private final StepUpGate stepUp;
  private final ChangeRules rules;
  private final CarryOut work;
  private final ProposalEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public DecideProposal(
      Attempts attempts,
      CaseAccess access,
      Bindings bindings,
      Proposals proposals,
      Registries registries,
      SettingsRegister settings,
      KeyChallenges challenges,
      StepUpGate stepUp,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.proposals = requireNonNull(proposals, "proposals is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.rules = new ChangeRules(bindings, registries, settings, challenges, clock);
    this.work = new CarryOut(bindings, registries, settings, journal);
    this.events = new ProposalEvents(journal);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Under which operation the proposal {@code id} is decided; of none, managing people. */
  public Operation about(ProposalId id) {
    return operation(proposals, id);
  }

  /**
   * Approved and done, by somebody other than who proposed it and whom it is about. Where the table
   * asks for a step-up, it is for this proposal and the digest of its change.
   */
  public Outcome<Proposal> approve(Actor actor, ProposalOrder order) {
    return onOpen(
        actor,
        order.proposal(),
        open ->
            secondPerson(actor, open, order)
                .then(admitted -> sameKey(order, open.terms().change(), admitted))
                .then(
                    admitted ->
                        rules
                            .approvable(actor, open.terms().change())
                            .then(
                                change ->
                                    stepUp.whenProven(
                                        actor,
                                        admitted,
                                        order.approval(actor.number(), change.operation()),
                                        proven -> approve(proven, open, change)))));
  }

  /** Rejected with a reason, by somebody who could have approved it. */
  public Outcome<Proposal> reject(Actor actor, ProposalOrder order, String reason) {
    return onOpen(
        actor,
        order.proposal(),
        open ->
            secondPerson(actor, open, order)
                .then(admitted -> notAboutOneself(actor, open, admitted))
                .then(admitted -> REASON.require(reason, "/reason", admitted))
                .then(
                    admitted ->
                        stepUp.whenProven(
                            actor,
                            admitted,
                            order.rejection(
                                actor.number(), open.terms().change().operation(), reason),
                            proven -> reject(proven, open, reason))));
  }

  /** Taken back by whoever proposed it. */
  public Outcome<Proposal> withdraw(Actor actor, ProposalId id, long revision) {
    return onOpen(
        actor,
        id,
        open ->
            access
                .admit(
                    actor,
                    open.terms().change().operation(),
                    Target.proposing(),
                    RefusalCode.PROPOSAL_NOT_FOUND,
                    open)
                .then(admitted -> ofProposer(actor, open))
                .then(same -> read(same, revision))
                .map(
                    same ->
                        closed(
                            actor,
                            same.withdraw(new Decision(actor.signatory(), clock.instant())))));
  }

  private Outcome<Proposal> onOpen(
      Actor actor, ProposalId id, Function<OpenProposal, Outcome<Proposal>> work) {
    Operation operation = operation(proposals, id);
    return attempts.inOneUnit(
        actor,
        operation,
        attempt -> {
          bindings.alone();
          return access
              .admit(actor, operation, Target.reading(), RefusalCode.PROPOSAL_NOT_FOUND, id)
              .then(admitted -> open(id))
              .then(work);
        });
  }

  /**
   * Under which operation the proposal is asked for, which never changes; of what is not there, the
   * one that fewer people may do.
   */
  static Operation operation(Proposals proposals, ProposalId id) {
    return proposals
        .find(id)
        .map(proposal -> proposal.terms().change().operation())
        .orElse(Operation.MANAGE_USERS);
  }

  private Outcome<OpenProposal> open(ProposalId id) {
    return proposals
        .lock(id)
        .map(proposal -> open(proposal.at(clock.instant())))
        .orElseGet(
            () -> Outcome.refused(RefusalCode.PROPOSAL_NOT_FOUND, "there is no such proposal"));
  }

  private static Outcome<OpenProposal> open(Proposal found) {
    if (found instanceof OpenProposal open) {
      return Outcome.done(open);
    }
    return found instanceof ExpiredProposal
        ? Outcome.refused(
            RefusalCode.PROPOSAL_EXPIRED, "nobody decided before " + found.terms().expiresAt())
        : Outcome.refused(RefusalCode.PROPOSAL_WRONG_STATE, "it has been decided already");
  }

  private Outcome<Admitted<OpenProposal>> secondPerson(
      Actor actor, OpenProposal open, ProposalOrder order) {
    ProposalTerms terms = open.terms();
    return access
        .admit(
            actor,
            terms.change().operation(),
            Target.proposedBy(terms.proposer().number()),
            RefusalCode.PROPOSAL_NOT_FOUND,
            open)
        .then(admitted -> read(open, order.revision()).map(same -> admitted))
        .then(
            admitted ->
                terms.change().digest().equals(order.digest())
                    ? Outcome.done(admitted)
                    : Outcome.refused(
                        RefusalCode.PROPOSAL_DIGEST_MISMATCH,
                        "the digest named is not this proposal's"));
  }

  /** Both people name the key that they were told of: one hears what the other mistyped. */
  private static <T> Outcome<T> sameKey(ProposalOrder order, Change change, T subject) {
    return change.confirmed().equals(order.fingerprint())
        ? Outcome.done(subject)
        : Outcome.refused(
            RefusalCode.KEY_FINGERPRINT_MISMATCH,
            "the fingerprint named is not the one that was proposed");
  }

  private static Outcome<OpenProposal> read(OpenProposal open, long revision) {
    return open.terms().revision() == revision
        ? Outcome.done(open)
        : Outcome.refused(
            RefusalCode.REVISION_CONFLICT, "it was changed since revision " + revision);
  }

  private static <T> Outcome<T> notAboutOneself(Actor actor, OpenProposal open, T subject) {
    return open.terms().change() instanceof PersonChange change
            && change.subject().equals(actor.number())
        ? Outcome.refused(
            RefusalCode.PROPOSAL_ABOUT_ONESELF, "nobody has a part in what they may do themselves")
        : Outcome.done(subject);
  }

  private static Outcome<OpenProposal> ofProposer(Actor actor, OpenProposal open) {
    return open.terms().proposer().number().equals(actor.number())
        ? Outcome.done(open)
        : Outcome.refused(
            RefusalCode.OPERATION_NOT_PERMITTED, "only who proposed it takes it back");
  }

  private Proposal approve(Actor actor, OpenProposal open, Change change) {
    Proposal approved = open.approve(new Decision(actor.signatory(), clock.instant()));
    EventHeader.Builder done = work.carryOut(actor, change);
    proposals.save(approved);
    events.done(actor, open.terms(), done);
    return approved;
  }

  private Proposal reject(Actor actor, OpenProposal open, String reason) {
    return closed(actor, open.reject(new Closing(actor.signatory(), clock.instant(), reason)));
  }

  private Proposal closed(Actor actor, Proposal closed) {
    proposals.save(closed);
    events.closed(actor, closed);
    return closed;
  }
}
