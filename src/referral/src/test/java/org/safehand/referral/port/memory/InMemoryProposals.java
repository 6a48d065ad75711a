package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.Proposals;

/** Proposals in memory. */
public final class InMemoryProposals implements Proposals {
  private final Shelf<ProposalId, Proposal> proposals;

  public InMemoryProposals(InMemoryUnitOfWork unit) {
    this.proposals = new Shelf<>(unit);
  }

  @Override
  public void add(OpenProposal proposal) {
    proposals.putNew(proposal.terms().id(), proposal);
  }

  @Override
  public Optional<Proposal> find(ProposalId id) {
    return proposals.find(id);
  }

  @Override
  public Optional<Proposal> lock(ProposalId id) {
    proposals.unit().require();
    return proposals.find(id);
  }

  @Override
  public void save(Proposal next) {
    ProposalId id = next.terms().id();
    Proposal stored = find(id).orElseThrow(() -> new StaleRevisionException(id));
    if (stored.terms().revision() != next.terms().revision() - 1) {
      throw new StaleRevisionException(id);
    }
    proposals.put(id, next);
  }

  @Override
  public List<Proposal> list(Set<String> kinds, Optional<ProposalId> before, int limit) {
    return proposals.all().values().stream()
        .filter(proposal -> kinds.contains(proposal.terms().change().kind()))
        .sorted(Comparator.comparing((Proposal p) -> p.terms().id().toString()).reversed())
        .filter(
            proposal ->
                before.isEmpty()
                    || proposal.terms().id().toString().compareTo(before.get().toString()) < 0)
        .limit(limit)
        .toList();
  }
}
