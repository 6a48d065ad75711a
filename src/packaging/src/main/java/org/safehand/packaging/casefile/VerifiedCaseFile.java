package org.safehand.packaging.casefile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.seal.VerifiedSeal;

/**
 * A case file in which everything held.
 *
 * @param manifest its manifest
 * @param referral the referral
 * @param custody the custody events until sealing, one chain without a gap
 * @param seal who sealed it and when
 */
public record VerifiedCaseFile(
    CaseManifest manifest, JsonObject referral, List<RecordedEvent> custody, VerifiedSeal seal) {
  /** Copies the list. */
  public VerifiedCaseFile {
    requireNonNull(manifest, "manifest is null");
    requireNonNull(referral, "referral is null");
    custody = List.copyOf(custody);
    requireNonNull(seal, "seal is null");
  }
}
