package org.safehand.referral.anchor;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * How far a file that is only ever added to has grown.
 *
 * @param file its name, without folder
 * @param bytes how many bytes were written to it
 * @param sha256 the digest of these bytes
 */
public record FileMark(String file, long bytes, Digest sha256) {
  /** Refuses nulls. */
  public FileMark {
    requireNonNull(file, "file is null");
    requireNonNull(sha256, "sha256 is null");
    if (bytes < 0) {
      throw new IllegalArgumentException("a length is not negative");
    }
  }
}
