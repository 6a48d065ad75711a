package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.digest.Digest;

/**
 * The measures of a finished package, whose recipe is stored beside the dispatch.
 *
 * @param packageDigest SHA-256 of its manifest; names the package for ever
 * @param length of the whole file in bytes
 * @param packagedAt when
 * @param certificate SHA-256 of the certificate that it is encrypted to; empty if it was packaged
 *     before that was kept here
 */
public record Parcel(
    Digest packageDigest, long length, Instant packagedAt, Optional<Digest> certificate) {
  /** Refuses nulls and an empty package. */
  public Parcel {
    requireNonNull(packageDigest, "packageDigest is null");
    requireNonNull(packagedAt, "packagedAt is null");
    requireNonNull(certificate, "certificate is null");
    if (length < 1) {
      throw new IllegalArgumentException("a package is not empty");
    }
  }
}
