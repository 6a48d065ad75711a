package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;

/**
 * Where a segment's key belongs; additional authenticated data when it is wrapped, so that a
 * wrapped key moved to another case, exhibit or segment does not open.
 */
public record SegmentPlace(CaseId caseId, ExhibitId exhibit, int index) {
  /** Refuses a negative index. */
  public SegmentPlace {
    requireNonNull(caseId, "caseId is null");
    requireNonNull(exhibit, "exhibit is null");
    if (index < 0) {
      throw new IllegalArgumentException("a segment's index is not negative");
    }
  }
}
