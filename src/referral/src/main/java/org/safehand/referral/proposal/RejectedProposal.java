package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.act.Closing;

/** Refused by a second person. */
public record RejectedProposal(ProposalTerms terms, Closing closing) implements Proposal {
  /** Refuses nulls. */
  public RejectedProposal {
    requireNonNull(terms, "terms is null");
    requireNonNull(closing, "closing is null");
  }

  @Override
  public ProposalState state() {
    return ProposalState.REJECTED;
  }
}
