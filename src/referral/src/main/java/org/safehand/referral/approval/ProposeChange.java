package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.Proposals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.settings.SettingsRegister;

/** Proposes a change that a second person decides on. Nothing is changed by it. */
public final class ProposeChange {
  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Bindings bindings;
  private final Proposals proposals;
  private final SettingsRegister settings;
  private final KeyChallenges challenges;
  private final ChangeRules rules;
  private final ProposalEvents events;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public ProposeChange(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Bindings bindings,
      Proposals proposals,
      Registries registries,
      SettingsRegister settings,
      KeyChallenges challenges,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.proposals = requireNonNull(proposals, "proposals is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.challenges = requireNonNull(challenges, "challenges is null");
    this.rules = new ChangeRules(bindings, registries, settings, challenges, clock);
    this.events = new ProposalEvents(journal);
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The new proposal; for a repeated request the one that the first one made, as it is now. */
  public Outcome<Proposal> propose(Actor actor, NewProposal request) {
    Outcome<Change> change = ChangeDocument.read(request.document());
    Operation operation = change.fold(Change::operation, malformed -> operation(request));
    return attempts.inOneUnit(
        actor,
        operation,
        attempt -> {
          bindings.alone();
          return access
              .admit(actor, operation, Target.proposing(), RefusalCode.PROPOSAL_NOT_FOUND, actor)
              .then(
                  admitted ->
                      once.run(
                          actor,
                          operation,
                          request.key(),
                          () -> change.then(said -> propose(actor, said)),
                          proposal -> proposal.terms().id().toString(),
                          id -> Outcome.done(again(ProposalId.parse(id)))));
        });
  }

  /** Of what cannot be read the kind may be known all the same. */
  private static Operation operation(NewProposal request) {
    return ChangeDocument.operation(request.document());
  }

  private Proposal again(ProposalId id) {
    return proposals.find(id).orElseThrow().at(clock.instant());
  }

  private Outcome<Proposal> propose(Actor actor, Change change) {
    return rules.proposable(actor, change).map(proposable -> add(actor, proposable));
  }

  /** Whatever the change rests on is used up by this proposal, whatever becomes of it. */
  private Proposal add(Actor actor, Change change) {
    if (change instanceof AddAgencyKey key) {
      key.answer().ifPresent(answer -> challenges.use(answer.challenge(), change.digest()));
    }
    Instant now = clock.instant();
    OpenProposal proposal =
        new OpenProposal(
            new ProposalTerms(
                ids.proposal(),
                1,
                change,
                actor.signatory(),
                now,
                now.plus(settings.now().proposal())));
    proposals.add(proposal);
    events.proposed(actor, proposal.terms());
    return proposal;
  }
}
