package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * What identifies the plaintext of one exhibit.
 *
 * @param size length in bytes
 * @param sha256 SHA-256 of the whole
 * @param sha512 SHA-512 of the whole, so that a break of one of the two is survived
 */
public record ExhibitDigest(long size, Digest sha256, Sha512 sha512) {
  /** Checks that the size is not negative. */
  public ExhibitDigest {
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative: " + size);
    }
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(sha512, "sha512 is null");
  }
}
