package org.safehand.packaging.seal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.packaging.validity.CertificatePath;

/**
 * A seal in which everything held.
 *
 * @param organisation whose seal it is, by the trust folder
 * @param path the path of the seal certificate
 * @param signed when the sealer says it signed
 * @param stamped when the time-stamp proves that the signature existed
 */
public record VerifiedSeal(
    String organisation, CertificatePath path, Instant signed, Instant stamped) {
  /** Checks that nothing is missing. */
  public VerifiedSeal {
    requireNonNull(organisation, "organisation is null");
    requireNonNull(path, "path is null");
    requireNonNull(signed, "signed is null");
    requireNonNull(stamped, "stamped is null");
  }
}
