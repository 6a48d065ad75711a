package org.safehand.referral.proposal;

import java.time.Instant;

/** A change that one person proposed and another decides. */
public sealed interface Proposal
    permits OpenProposal, ApprovedProposal, RejectedProposal, WithdrawnProposal, ExpiredProposal {
  /** What it is in every state. */
  ProposalTerms terms();

  /** Which state this is. */
  ProposalState state();

  /** The same at {@code now}: an open one expires by itself. */
  default Proposal at(Instant now) {
    return this;
  }
}
