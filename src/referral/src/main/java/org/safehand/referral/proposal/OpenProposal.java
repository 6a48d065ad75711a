package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.act.Closing;

/** Waits for a second person. */
public record OpenProposal(ProposalTerms terms) implements Proposal {
  /** Refuses null. */
  public OpenProposal {
    requireNonNull(terms, "terms is null");
  }

  /** Agreed to. */
  public ApprovedProposal approve(Decision decision) {
    return new ApprovedProposal(terms.next(), decision);
  }

  /** Refused with a reason. */
  public RejectedProposal reject(Closing closing) {
    return new RejectedProposal(terms.next(), closing);
  }

  /** Taken back. */
  public WithdrawnProposal withdraw(Decision decision) {
    return new WithdrawnProposal(terms.next(), decision);
  }

  @Override
  public Proposal at(Instant now) {
    return now.isBefore(terms.expiresAt()) ? this : new ExpiredProposal(terms);
  }

  @Override
  public ProposalState state() {
    return ProposalState.OPEN;
  }
}
