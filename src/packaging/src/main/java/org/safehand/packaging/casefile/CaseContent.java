package org.safehand.packaging.casefile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;

/**
 * All that goes into a case file.
 *
 * @param referral the referral's opaque id
 * @param referralVersion which version of it, from 1
 * @param legalBasis under which it is referred
 * @param body the referral itself
 * @param summary the referral in words, for a reader without tools
 * @param exhibits by rising number
 * @param custody the custody events of the case so far, from the first, without a gap
 */
public record CaseContent(
    String referral,
    int referralVersion,
    String legalBasis,
    JsonObject body,
    String summary,
    List<ExhibitRecord> exhibits,
    List<RecordedEvent> custody) {
  /** Copies the lists. */
  public CaseContent {
    requireNonNull(referral, "referral is null");
    requireNonNull(legalBasis, "legalBasis is null");
    requireNonNull(body, "body is null");
    requireNonNull(summary, "summary is null");
    exhibits = List.copyOf(exhibits);
    custody = List.copyOf(custody);
  }
}
