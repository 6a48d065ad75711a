package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.change.Change;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;

/** Events of the system chain about proposals, which all name its digest. */
final class ProposalEvents {
  private final Journal journal;

  ProposalEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  void proposed(Actor actor, ProposalTerms terms) {
    Change change = terms.change();
    record(
        actor,
        terms,
        journal
            .event(EventType.PROPOSED, actor)
            .fact("kind", change.kind())
            .fact("subject", change.about())
            .fact("expires", terms.expiresAt().toString()));
  }

  /** {@code closed}, in which nothing was changed. */
  void closed(Actor actor, Proposal closed) {
    record(
        actor,
        closed.terms(),
        journal
            .event(EventType.PROPOSAL_CLOSED, actor)
            .fact("state", closed.state().name().toLowerCase(Locale.ROOT)));
  }

  /** {@code header} of what was done as {@code terms} said. */
  void done(Actor actor, ProposalTerms terms, EventHeader.Builder header) {
    record(actor, terms, header.fact("proposer", terms.proposer().number().value()));
  }

  /** That {@code actor} read {@code subject}, by what {@code operations} let them. */
  void read(Actor actor, Set<Operation> operations, String subject) {
    journal.recordRead(
        actor,
        operations.stream().map(Operation::wire).sorted().collect(Collectors.joining(" ")),
        subject);
  }

  private void record(Actor actor, ProposalTerms terms, EventHeader.Builder header) {
    journal.recordOutsideCases(
        actor,
        header
            .fact("proposal", terms.id().toString())
            .fact("proposalDigest", terms.change().digest()));
  }
}
