package org.safehand.packaging.casefile;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.timestamp.TimeStampToken;
import org.safehand.packaging.asic.AsicWriter;
import org.safehand.packaging.manifest.CaseManifest;
import org.safehand.packaging.seal.PendingSeal;
import org.safehand.packaging.seal.SealException;

/** A case file that is signed and waits for its time-stamp. Kept in memory only. */
public final class PendingCaseFile {
  private final AsicWriter container;
  private final CaseManifest manifest;
  private final PendingSeal seal;

  PendingCaseFile(AsicWriter container, CaseManifest manifest, PendingSeal seal) {
    this.container = requireNonNull(container, "container is null");
    this.manifest = requireNonNull(manifest, "manifest is null");
    this.seal = requireNonNull(seal, "seal is null");
  }

  /** What the time-stamp token must be over. */
  public Digest signatureDigest() {
    return seal.signatureDigest();
  }

  /**
   * The finished case file.
   *
   * @throws SealException if the token does not fit, or a revocation list is not at hand
   */
  public SealedCaseFile complete(TimeStampToken token) throws SealException {
    return new SealedCaseFile(container.complete(seal.complete(token)), manifest);
  }
}
