package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.seal.VerifiedSeal;

/**
 * A package of which everything held that can be checked without the recipient's key. Who released
 * it, and what is inside, is not known yet.
 *
 * @param header its routing header
 * @param packageDigest SHA-256 of its list of entries: names the package for ever
 * @param seal who sealed it and when
 * @param archived what its evidence record shows, if it has one
 * @param length of the file in bytes
 */
public record VerifiedPackage(
    PackageHeader header,
    Digest packageDigest,
    VerifiedSeal seal,
    Optional<VerifiedRecord> archived,
    long length) {
  /** Checks that nothing is missing. */
  public VerifiedPackage {
    requireNonNull(header, "header is null");
    requireNonNull(packageDigest, "packageDigest is null");
    requireNonNull(seal, "seal is null");
    requireNonNull(archived, "archived is null");
  }
}
