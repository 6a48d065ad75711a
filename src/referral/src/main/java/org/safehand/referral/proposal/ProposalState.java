package org.safehand.referral.proposal;

/** The states of a proposal; all but the first are final. */
public enum ProposalState {
  /** Waits for a second person. */
  OPEN,
  /** A second person agreed, and it was done in the same moment. */
  APPROVED,
  /** A second person refused. */
  REJECTED,
  /** Whoever proposed it took it back. */
  WITHDRAWN,
  /** Nobody decided in time; nothing was changed. */
  EXPIRED
}
