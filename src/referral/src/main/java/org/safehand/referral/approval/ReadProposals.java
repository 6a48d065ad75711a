package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;

/** Shows proposals to those who may decide on them, and to auditors. */
public final class ReadProposals {
  private static final int MOST = 200;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Proposals proposals;
  private final ProposalEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public ReadProposals(
      Attempts attempts, CaseAccess access, Proposals proposals, Journal journal, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.proposals = requireNonNull(proposals, "proposals is null");
    this.events = new ProposalEvents(journal);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** At most {@code limit} (1 to 200) of what is older than {@code before}, newest first. */
  public Outcome<List<Proposal>> list(Actor actor, Optional<ProposalId> before, int limit) {
    return attempts.inOneUnit(
        actor,
        Operation.MANAGE_USERS,
        attempt ->
            readable(actor)
                .map(
                    operations -> {
                      List<Proposal> shown =
                          proposals
                              .list(kinds(operations), before, Math.max(1, Math.min(limit, MOST)))
                              .stream()
                              .map(proposal -> proposal.at(clock.instant()))
                              .toList();
                      events.read(actor, operations, "proposals");
                      return shown;
                    }));
  }

  /** One proposal. */
  public Outcome<Proposal> one(Actor actor, ProposalId id) {
    Operation operation = DecideProposal.operation(proposals, id);
    return attempts.inOneUnit(
        actor,
        operation,
        attempt ->
            admitted(actor, operation)
                .then(
                    reader ->
                        proposals
                            .find(id)
                            .map(Outcome::done)
                            .orElseGet(
                                () ->
                                    Outcome.refused(
                                        RefusalCode.PROPOSAL_NOT_FOUND,
                                        "there is no such proposal")))
                .map(
                    found -> {
                      events.read(actor, Set.of(operation), "proposal " + id);
                      return found.at(clock.instant());
                    }));
  }

  /** The operations whose proposals {@code actor} may read: one at least, or they are refused. */
  private Outcome<Set<Operation>> readable(Actor actor) {
    Outcome<Actor> people = admitted(actor, Operation.MANAGE_USERS);
    Outcome<Actor> endpoints = admitted(actor, Operation.MANAGE_ENDPOINTS);
    if (people instanceof Refused) {
      return endpoints instanceof Refused
          ? people.map(never -> Set.of())
          : Outcome.done(Set.of(Operation.MANAGE_ENDPOINTS));
    }
    return Outcome.done(
        endpoints instanceof Refused
            ? Set.of(Operation.MANAGE_USERS)
            : Set.of(Operation.MANAGE_USERS, Operation.MANAGE_ENDPOINTS));
  }

  private static Set<String> kinds(Set<Operation> operations) {
    return operations.stream()
        .flatMap(operation -> ChangeDocument.kinds(operation).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Outcome<Actor> admitted(Actor actor, Operation operation) {
    return access
        .admit(actor, operation, Target.reading(), RefusalCode.PROPOSAL_NOT_FOUND, actor)
        .map(Admitted::subject);
  }
}
