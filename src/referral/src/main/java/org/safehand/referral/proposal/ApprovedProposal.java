package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

/** Agreed to by a second person, and done in the same moment. */
public record ApprovedProposal(ProposalTerms terms, Decision decision) implements Proposal {
  /** Refuses nulls. */
  public ApprovedProposal {
    requireNonNull(terms, "terms is null");
    requireNonNull(decision, "decision is null");
  }

  @Override
  public ProposalState state() {
    return ProposalState.APPROVED;
  }
}
