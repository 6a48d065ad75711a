package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists and responses by which issuers say what they revoked. One counts at a moment if its issuer
 * signed it and the moment lies between its two times, give or take what clocks may differ. That
 * one of them says revoked is enough; that none says anything is {@code UNKNOWN} and never good.
 *
 * @param lists complete revocation lists (RFC 5280, section 5)
 * @param responses OCSP responses (RFC 6960)
 */
public record RevocationProofs(List<X509CRL> lists, List<OcspResponse> responses) {
  /** How far the clocks of issuer and time-stamping authority may differ. */
  static final Duration SKEW = Duration.ofMinutes(15);

  /** Copies the lists. */
  public RevocationProofs {
    lists = List.copyOf(lists);
    responses = List.copyOf(responses);
  }

  /** What is known about {@code certificate}, which {@code issuer} signed, at {@code moment}. */
  public RevocationStatus status(
      X509Certificate certificate, X509Certificate issuer, Instant moment) {
    requireNonNull(moment, "moment is null");
    List<RevocationStatus> found =
        Stream.concat(
                lists.stream()
                    .map(list -> RevocationLists.status(list, certificate, issuer, moment)),
                responses.stream().map(response -> response.status(certificate, issuer, moment)))
            .toList();
    if (found.contains(RevocationStatus.REVOKED)) {
      return RevocationStatus.REVOKED;
    }
    return found.contains(RevocationStatus.GOOD) ? RevocationStatus.GOOD : RevocationStatus.UNKNOWN;
  }

  /** Whether {@code moment} lies between the two, with tolerance. */
  static boolean covers(Instant from, Instant to, Instant moment) {
    return !from.isAfter(moment.plus(SKEW)) && !to.isBefore(moment.minus(SKEW));
  }
}
