package org.safehand.referral.port;

import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.IssuedExtract;

/** What custody extracts are made of. */
public interface Extracts {
  /** How many events the case's chain has. */
  long length(CaseId caseId);

  /**
   * The extract that was issued by the event {@code eventId}; empty if that is not an event of this
   * case that issues one.
   */
  Optional<IssuedExtract> find(CaseId caseId, UUID eventId);
}
