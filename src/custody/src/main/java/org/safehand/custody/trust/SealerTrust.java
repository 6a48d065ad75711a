package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.digest.Digest;

/**
 * A key that may seal, for whom and when.
 *
 * @param organisation whose seal it is
 * @param spkiSha256 SHA-256 of the key's SubjectPublicKeyInfo
 * @param notBefore first moment at which a seal counts
 * @param notAfter last moment
 */
public record SealerTrust(
    String organisation, Digest spkiSha256, Instant notBefore, Instant notAfter) {
  public SealerTrust {
    requireNonNull(organisation, "organisation is null");
    requireNonNull(spkiSha256, "spkiSha256 is null");
    requireNonNull(notBefore, "notBefore is null");
    requireNonNull(notAfter, "notAfter is null");
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("a sealer's time does not end before it starts");
    }
  }

  /** Whether a seal made at {@code moment} counts. */
  public boolean isValidAt(Instant moment) {
    return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
  }
}
