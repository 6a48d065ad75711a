package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.referral.id.ProposalId;

/**
 * A request to approve or reject.
 *
 * @param proposal which
 * @param revision what the second person has read
 * @param digest of the change that they have read
 */
public record ProposalOrder(ProposalId proposal, long revision, Digest digest) {
  /** Refuses nulls. */
  public ProposalOrder {
    requireNonNull(proposal, "proposal is null");
    requireNonNull(digest, "digest is null");
  }
}
