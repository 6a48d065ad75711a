package org.safehand.referral.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.ProposalId;

/** Where proposals are kept. Everything that writes or locks is called within a unit of work. */
public interface Proposals {
  /** Adds a new proposal at revision 1. */
  void add(OpenProposal proposal);

  /** The proposal as it was last committed; an expired one is still open here. */
  Optional<Proposal> find(ProposalId id);

  /** The proposal, locked against change by others until the unit of work ends. */
  Optional<Proposal> lock(ProposalId id);

  /**
   * Replaces the proposal at the revision just before {@code next}'s.
   *
   * @throws StaleRevisionException if it is at another revision
   */
  void save(Proposal next);

  /** At most {@code limit} of these kinds that are older than {@code before}, newest first. */
  List<Proposal> list(Set<String> kinds, Optional<ProposalId> before, int limit);
}
