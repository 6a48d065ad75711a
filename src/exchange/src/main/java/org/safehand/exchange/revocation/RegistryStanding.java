package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.packaging.validity.PathCheck;
import org.safehand.packaging.validity.RevocationProofs;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.CertificateStanding;
import org.safehand.referral.endpoint.Standing;
import org.safehand.referral.port.EndpointRegistry;

/**
 * How recipients' certificates stand, by the authorities of the registry. For what an authority
 * with a responder issued, its responder is asked and its list does not stand in: a list may be
 * weeks old, where an answer of today was promised.
 */
public final class RegistryStanding implements CertificateStanding {
  private static final Logger LOG = System.getLogger(RegistryStanding.class.getName());

  /** How long a good standing is taken for granted; no other one is. */
  static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final EndpointRegistry registry;
  private final FetchedLists lists;
  private final OcspClient responders;
  private final Clock clock;
  private final Map<Digest, Instant> goodUntil = new ConcurrentHashMap<>();

  public RegistryStanding(
      EndpointRegistry registry, FetchedLists lists, OcspClient responders, Clock clock) {
    this.registry = requireNonNull(registry, "registry is null");
    this.lists = requireNonNull(lists, "lists is null");
    this.responders = requireNonNull(responders, "responders is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Standing of(RecipientCertificate certificate) {
    Instant now = clock.instant();
    if (goodUntil.getOrDefault(certificate.sha256(), Instant.MIN).isAfter(now)) {
      return Standing.GOOD;
    }
    Standing standing =
        CertificatePath.find(certificate.certificate(), issuers())
            .map(path -> of(path, now))
            .orElse(Standing.UNTRUSTED);
    if (standing == Standing.GOOD) {
      goodUntil.put(certificate.sha256(), now.plus(GOOD_FOR));
    }
    return standing;
  }

  private List<X509Certificate> issuers() {
    return registry.authorities().stream().map(CertificateAuthority::certificate).toList();
  }

  private Standing of(CertificatePath path, Instant now) {
    try {
      new PathCheck("recipient", now, proofs(path)).require(path);
      return Standing.GOOD;
    } catch (PackageException e) {
      LOG.log(Level.WARNING, "a recipient''s certificate does not hold: {0}", e.getMessage());
      return switch (e.fault()) {
        case CERTIFICATE_REVOKED -> Standing.REVOKED;
        case CERTIFICATE_EXPIRED -> Standing.EXPIRED;
        case REVOCATION_UNKNOWN -> Standing.UNKNOWN;
        default -> Standing.UNTRUSTED;
      };
    }
  }

  private RevocationProofs proofs(CertificatePath path) {
    List<X509CRL> found = new ArrayList<>();
    List<OcspResponse> responses = new ArrayList<>();
    for (int i = 0; i < path.issuers().size(); i++) {
      X509Certificate certificate = path.certificates().get(i);
      authority(path.issuers().get(i))
          .ifPresent(authority -> collect(certificate, authority, found, responses));
    }
    return new RevocationProofs(found, responses);
  }

  private void collect(
      X509Certificate certificate,
      CertificateAuthority authority,
      List<X509CRL> found,
      List<OcspResponse> responses) {
    authority
        .responder()
        .ifPresentOrElse(
            responder ->
                responders
                    .ask(responder, certificate, authority.certificate())
                    .ifPresent(responses::add),
            () -> lists.current(authority).ifPresent(found::add));
  }

  private Optional<CertificateAuthority> authority(X509Certificate certificate) {
    return registry.authorities().stream()
        .filter(authority -> authority.certificate().equals(certificate))
        .findFirst();
  }
}
