package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

/** Taken back by whoever proposed it. */
public record WithdrawnProposal(ProposalTerms terms, Decision decision) implements Proposal {
  /** Refuses nulls. */
  public WithdrawnProposal {
    requireNonNull(terms, "terms is null");
    requireNonNull(decision, "decision is null");
  }

  @Override
  public ProposalState state() {
    return ProposalState.WITHDRAWN;
  }
}
