package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.casefile.VerifiedCaseFile;
import org.safehand.packaging.release.ReleaseRecord;

/**
 * A package of which everything held that can be checked without decrypting its exhibits.
 *
 * @param verified what the outside shows
 * @param release who let it go, to whom, and the proof that the log knew
 * @param caseFile what the case file shows
 * @param sealedCaseFile the case file, byte for byte
 */
public record OpenedPackage(
    VerifiedPackage verified,
    ReleaseRecord release,
    VerifiedCaseFile caseFile,
    SealedCaseFile sealedCaseFile) {
  /** Checks that nothing is missing. */
  public OpenedPackage {
    requireNonNull(verified, "verified is null");
    requireNonNull(release, "release is null");
    requireNonNull(caseFile, "caseFile is null");
    requireNonNull(sealedCaseFile, "sealedCaseFile is null");
  }
}
