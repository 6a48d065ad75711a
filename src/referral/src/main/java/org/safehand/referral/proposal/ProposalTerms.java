package org.safehand.referral.proposal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.change.Change;
import org.safehand.referral.id.ProposalId;

/**
 * What a proposal is in every state.
 *
 * @param id opaque
 * @param revision 1 while it is open, 2 once it is closed; the API's ETag
 * @param change what would be changed
 * @param proposer who proposed it
 * @param proposedAt when
 * @param expiresAt from when on it cannot be decided any more; fixed when it was proposed
 */
public record ProposalTerms(
    ProposalId id,
    long revision,
    Change change,
    Signatory proposer,
    Instant proposedAt,
    Instant expiresAt) {
  /** How long a proposal may wait at most to be decided. */
  public static final Duration OPEN_FOR = Duration.ofDays(7);

  /** Refuses nulls, and what would wait longer than it may. */
  public ProposalTerms {
    requireNonNull(id, "id is null");
    requireNonNull(change, "change is null");
    requireNonNull(proposer, "proposer is null");
    requireNonNull(proposedAt, "proposedAt is null");
    requireNonNull(expiresAt, "expiresAt is null");
    if (expiresAt.isAfter(proposedAt.plus(OPEN_FOR))) {
      throw new IllegalArgumentException("a proposal waits for " + OPEN_FOR + " at most");
    }
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  ProposalTerms next() {
    return new ProposalTerms(id, revision + 1, change, proposer, proposedAt, expiresAt);
  }
}
