package org.safehand.referral.port;

import java.util.function.Function;
import org.safehand.custody.chain.PeriodEnd;
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

  /**
   * Ends the case's tag key period with the event that {@code event} makes of where the chain ends,
   * and gives the hash of its leaf. What is recorded after it is tagged under a fresh key, to which
   * that event commits.
   *
   * @throws IllegalStateException if the case has no event yet
   */
  Digest endPeriod(CaseId caseId, Function<PeriodEnd, CustodyEvent> event);

  /** Records {@code event}, which belongs to no case, in this node's system chain. */
  Digest recordOutsideCases(CustodyEvent event);
}
