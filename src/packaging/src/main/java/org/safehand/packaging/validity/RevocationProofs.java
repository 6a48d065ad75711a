package org.safehand.packaging.validity;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** Nothing. */
  public static final RevocationProofs NONE = new RevocationProofs(List.of(), List.of());

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

  /**
   * Whether these are exactly what {@code paths} need: for each certificate but the root one list
   * of its issuer or one response about it, and nothing beside.
   */
  public boolean areExactlyFor(List<CertificatePath> paths) {
    Set<X509CRL> usedLists = new HashSet<>();
    Set<OcspResponse> usedResponses = new HashSet<>();
    for (CertificatePath path : paths) {
      for (int i = 0; i < path.issuers().size(); i++) {
        X509Certificate certificate = path.certificates().get(i);
        X509Certificate issuer = path.issuers().get(i);
        List<X509CRL> its =
            lists.stream().filter(list -> RevocationLists.isSignedBy(list, issuer)).toList();
        List<OcspResponse> about =
            responses.stream().filter(it -> it.isProof(certificate, issuer)).toList();
        if (its.size() + about.size() != 1) {
          return false;
        }
        usedLists.addAll(its);
        usedResponses.addAll(about);
      }
    }
    return usedLists.size() == lists.size() && usedResponses.size() == responses.size();
  }

  /** Whether {@code moment} lies between the two, with tolerance. */
  static boolean covers(Instant from, Instant to, Instant moment) {
    return !from.isAfter(moment.plus(SKEW)) && !to.isBefore(moment.minus(SKEW));
  }
}
