package org.safehand.packaging.evidence;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.safehand.custody.digest.HashAlgorithm;

/**
 * An archive time-stamp in which everything held.
 *
 * @param time when what it is over existed
 * @param algorithm under which that was hashed
 * @param authority the pinned certificate of who stamped it
 */
public record VerifiedStamp(Instant time, HashAlgorithm algorithm, X509Certificate authority) {
  /** Checks that nothing is missing. */
  public VerifiedStamp {
    requireNonNull(time, "time is null");
    requireNonNull(algorithm, "algorithm is null");
    requireNonNull(authority, "authority is null");
  }
}
