package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Function;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.act.Closing;
import org.safehand.referral.change.BindPerson;
import org.safehand.referral.change.PersonChange;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.PersonEvents;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.ExpiredProposal;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Decides on a proposal: a second person approves what they have read, by its digest, and it is
 * done in the same unit of work; or rejects it; or the proposer takes it back.
 */
public final class DecideProposal {
  /** Under which a proposal is asked for as long as it is not known what it proposes. */
  static final Operation OPERATION = Operation.MANAGE_USERS;

  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Bindings bindings;
  private final Proposals proposals;
  private final PersonRules rules;
  private final PersonEvents people;
  private final ProposalEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public DecideProposal(
      Attempts attempts,
      CaseAccess access,
      Bindings bindings,
      Proposals proposals,
      EndpointRegistry registry,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.proposals = requireNonNull(proposals, "proposals is null");
    this.rules = new PersonRules(bindings, registry);
    this.people = new PersonEvents(journal);
    this.events = new ProposalEvents(journal);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Approved and done, by somebody other than who proposed it and whom it is about. */
  public Outcome<Proposal> approve(Actor actor, ProposalOrder order) {
    return onOpen(
        actor,
        order.proposal(),
        open ->
            secondPerson(actor, open, order)
                .then(
                    same ->
                        rules
                            .approvable(actor, (PersonChange) same.terms().change())
                            .map(change -> approve(actor, same, change))));
  }

  /** Rejected with a reason, by somebody who could have approved it. */
  public Outcome<Proposal> reject(Actor actor, ProposalOrder order, String reason) {
    return onOpen(
        actor,
        order.proposal(),
        open ->
            secondPerson(actor, open, order)
                .then(same -> notAboutOneself(actor, same))
                .then(same -> REASON.require(reason, "/reason", same))
                .map(
                    same ->
                        closed(
                            actor,
                            same.reject(new Closing(actor.signatory(), clock.instant(), reason)))));
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
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt -> {
          bindings.alone();
          return access
              .admit(actor, OPERATION, Target.reading(), RefusalCode.PROPOSAL_NOT_FOUND, id)
              .then(admitted -> open(id))
              .then(work);
        });
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
        ? Outcome.refused(RefusalCode.PROPOSAL_EXPIRED, "nobody decided within seven days")
        : Outcome.refused(RefusalCode.PROPOSAL_WRONG_STATE, "it has been decided already");
  }

  private Outcome<OpenProposal> secondPerson(Actor actor, OpenProposal open, ProposalOrder order) {
    ProposalTerms terms = open.terms();
    return access
        .admit(
            actor,
            terms.change().operation(),
            Target.proposedBy(terms.proposer().number()),
            RefusalCode.PROPOSAL_NOT_FOUND,
            open)
        .then(admitted -> read(open, order.revision()))
        .then(
            same ->
                terms.change().digest().equals(order.digest())
                    ? Outcome.done(same)
                    : Outcome.refused(
                        RefusalCode.PROPOSAL_DIGEST_MISMATCH,
                        "the digest named is not this proposal's"));
  }

  private static Outcome<OpenProposal> read(OpenProposal open, long revision) {
    return open.terms().revision() == revision
        ? Outcome.done(open)
        : Outcome.refused(
            RefusalCode.REVISION_CONFLICT, "it was changed since revision " + revision);
  }

  private static Outcome<OpenProposal> notAboutOneself(Actor actor, OpenProposal open) {
    return open.terms().change() instanceof PersonChange change
            && change.subject().equals(actor.number())
        ? Outcome.refused(
            RefusalCode.PROPOSAL_ABOUT_ONESELF, "nobody has a part in what they may do themselves")
        : Outcome.done(open);
  }

  private static Outcome<OpenProposal> ofProposer(Actor actor, OpenProposal open) {
    return open.terms().proposer().number().equals(actor.number())
        ? Outcome.done(open)
        : Outcome.refused(
            RefusalCode.OPERATION_NOT_PERMITTED, "only who proposed it takes it back");
  }

  private Proposal approve(Actor actor, OpenProposal open, PersonChange change) {
    Binding next =
        change instanceof BindPerson bind
            ? bind.next()
            : bindings.find(change.subject()).orElseThrow().ended();
    Proposal approved = open.approve(new Decision(actor.signatory(), clock.instant()));
    bindings.save(next);
    proposals.save(approved);
    events.done(actor, open.terms(), people.changed(actor, next));
    return approved;
  }

  private Proposal closed(Actor actor, Proposal closed) {
    proposals.save(closed);
    events.closed(actor, closed);
    return closed;
  }
}
