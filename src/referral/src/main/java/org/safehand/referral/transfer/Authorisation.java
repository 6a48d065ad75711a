package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.digest.Digest;

/**
 * That a transmission was authorised in the custody log.
 *
 * @param headerDigest SHA-256 of the package's {@code package.json}
 * @param certificate SHA-256 of the certificate that it is encrypted to
 * @param event hash of the leaf of the event {@code transmit-authorised}
 * @param at when
 */
public record Authorisation(Digest headerDigest, Digest certificate, Digest event, Instant at) {
  /** Refuses nulls. */
  public Authorisation {
    requireNonNull(headerDigest, "headerDigest is null");
    requireNonNull(certificate, "certificate is null");
    requireNonNull(event, "event is null");
    requireNonNull(at, "at is null");
  }
}
