package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

/**
 * Not decided in time. It is never stored so: an open proposal whose time is over is this one, and
 * no event tells of it, because nothing happened.
 */
public record ExpiredProposal(ProposalTerms terms) implements Proposal {
  /** Refuses null. */
  public ExpiredProposal {
    requireNonNull(terms, "terms is null");
  }

  @Override
  public ProposalState state() {
    return ProposalState.EXPIRED;
  }
}
