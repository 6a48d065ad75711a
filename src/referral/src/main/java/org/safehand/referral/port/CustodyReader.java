package org.safehand.referral.port;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.proof.TlogProof;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.CustodyEntry;

/** Reads the custody log. */
public interface CustodyReader {
  /** All events of a case in the order of their sequence; empty if there is no such case. */
  List<CustodyEntry> entries(CaseId caseId);

  /**
   * The proof that the leaf with hash {@code leafHash} stands in the log, under the newest
   * witnessed checkpoint; empty as long as the leaf is not witnessed.
   */
  Optional<TlogProof> witnessedProof(Digest leafHash);
}
