package org.safehand.referral.sample;

import static org.safehand.referral.sample.Hotline.value;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.approval.DecideProposal;
import org.safehand.referral.approval.NewProposal;
import org.safehand.referral.approval.ProposalOrder;
import org.safehand.referral.approval.ProposeChange;
import org.safehand.referral.approval.ReadProposals;
import org.safehand.referral.enrolment.ChallengeKey;
import org.safehand.referral.person.Binding;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.reading.ReadPeople;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.registry.ReadRegistry;
import org.safehand.referral.settings.ReadSettings;

/** What administrators do at a sample hotline, which has two of them. */
public final class Administration {
  private final Hotline hotline;
  public final ProposeChange propose;
  public final DecideProposal decide;
  public final ReadProposals proposals;
  public final ReadPeople people;
  public final ReadRegistry registry;
  public final ChallengeKey challenges;
  public final ReadSettings settings;

  public Administration(Hotline hotline) {
    this.hotline = hotline;
    var ports = hotline.ports;
    propose =
        new ProposeChange(
            hotline.attempts,
            hotline.access,
            hotline.once,
            ports.bindings(),
            ports.proposals(),
            hotline.endpoints,
            ports.settings(),
            ports.keyChallenges(),
            hotline.journal,
            hotline.ids,
            ports.clock());
    decide =
        new DecideProposal(
            hotline.attempts,
            hotline.access,
            ports.bindings(),
            ports.proposals(),
            hotline.endpoints,
            ports.settings(),
            ports.keyChallenges(),
            hotline.stepUp,
            hotline.journal,
            ports.clock());
    proposals =
        new ReadProposals(
            hotline.attempts, hotline.access, ports.proposals(), hotline.journal, ports.clock());
    challenges =
        new ChallengeKey(
            hotline.attempts,
            hotline.access,
            hotline.endpoints,
            ports.keyChallenges(),
            hotline.journal,
            hotline.ids,
            new SecureRandom(),
            ports.clock());
    registry =
        new ReadRegistry(hotline.attempts, hotline.access, hotline.endpoints, hotline.journal);
    settings =
        new ReadSettings(hotline.attempts, hotline.access, ports.settings(), hotline.journal);
    people = new ReadPeople(hotline.attempts, hotline.access, ports.bindings(), hotline.journal);
  }

  /** {@code change}, proposed by {@code actor}. */
  public Outcome<Proposal> propose(Actor actor, JsonObject change) {
    return propose.propose(actor, new NewProposal(Hotline.key(change.toString()), change));
  }

  /** A challenge to the key of {@code document}, asked for by {@code actor}. */
  public Outcome<ChallengeKey.Made> challenge(Actor actor, JsonObject document) {
    return challenges.challenge(actor, document);
  }

  /** {@code change}, proposed by the first administrator. */
  public Proposal proposed(JsonObject change) {
    return value(propose(People.ADMINISTRATOR, change));
  }

  /** {@code proposal}, approved by {@code actor}, who has just shown their second factor for it. */
  public Outcome<Proposal> approved(Actor actor, Proposal proposal) {
    ProposalOrder order = order(proposal);
    hotline.proven(order.approval(actor.number(), proposal.terms().change().operation()));
    return decide.approve(actor, order);
  }

  /** What a second person names who has read {@code proposal}. */
  public static ProposalOrder order(Proposal proposal) {
    return new ProposalOrder(
        proposal.terms().id(), proposal.terms().revision(), proposal.terms().change().digest());
  }

  /** The person as they are now. */
  public Optional<Binding> now(String number) {
    return hotline.ports.bindings().find(new StaffNumber(number));
  }

  /** The facts of the newest event. */
  public List<String> newestFacts() {
    return hotline.ports.recorder().newest().event().header().facts().entrySet().stream()
        .map(fact -> fact.getKey() + "=" + fact.getValue())
        .toList();
  }
}
