package org.safehand.referral.port;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.CustodyEvent;
import org.safehand.referral.id.CaseId;

/**
 * Records custody events, within a unit of work and as the last thing in it: the case's chain is
 * locked until it ends.
 */
public interface CustodyRecorder {
  /** Records {@code event} at the end of the case's chain and gives the hash of its leaf. */
  Digest record(CaseId caseId, CustodyEvent event);

  /** Records {@code event}, which belongs to no case, in this node's system chain. */
  Digest recordOutsideCases(CustodyEvent event);
}
