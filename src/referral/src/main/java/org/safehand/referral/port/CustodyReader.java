package org.safehand.referral.port;

import java.util.List;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.query.CustodyEntry;

/** Reads the custody log. */
public interface CustodyReader {
  /** All events of a case in the order of their sequence; empty if there is no such case. */
  List<CustodyEntry> entries(CaseId caseId);
}
