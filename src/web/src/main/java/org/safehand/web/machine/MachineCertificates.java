package org.safehand.web.machine;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.validity.CertificatePath;
import org.safehand.packaging.validity.PathCheck;
import org.safehand.packaging.validity.RevocationLists;
import org.safehand.packaging.validity.RevocationProofs;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Standing;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.web.problem.WebCode;

/**
 * Whether a certificate lets a machine of an agency in: one that the endpoint registry has for that
 * agency, valid now under the registry's authorities, with a list of each issuer that holds now and
 * does not name it. What the server's listener has checked when the connection began is not taken
 * for granted: it reads its list when it starts, and a connection may be older than a revocation.
 *
 * <p>An answer counts for ten seconds. It is asked for certificates of the registry alone, so that
 * nobody else can make the gateway read lists. Safe for several threads.
 */
public final class MachineCertificates {
  /** How long an answer counts, whichever it was. */
  static final Duration REMEMBERED = Duration.ofSeconds(10);

  private record Answer(Standing standing, Instant until) {}

  private final EndpointRegistry registry;
  private final RevocationFolder folder;
  private final Clock clock;
  private final Map<X509Certificate, Answer> answers = new ConcurrentHashMap<>();

  public MachineCertificates(EndpointRegistry registry, RevocationFolder folder, Clock clock) {
    this.registry = requireNonNull(registry, "registry is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Why a machine of {@code agency} that shows {@code leaf} is not let in; empty when it is. */
  public Optional<WebCode> refusal(X509Certificate leaf, AgencyId agency) {
    if (!pinned(leaf, agency)) {
      return Optional.of(WebCode.CERTIFICATE_NOT_PINNED);
    }
    return switch (standing(leaf)) {
      case GOOD -> Optional.empty();
      case UNKNOWN -> Optional.of(WebCode.CERTIFICATE_STANDING_UNKNOWN);
      case REVOKED, EXPIRED, UNTRUSTED -> Optional.of(WebCode.CERTIFICATE_NOT_VALID);
    };
  }

  private boolean pinned(X509Certificate leaf, AgencyId agency) {
    return registry.agency(agency).stream()
        .flatMap(its -> its.endpoints().stream())
        .anyMatch(endpoint -> endpoint.machineCertificates().contains(leaf));
  }

  private Standing standing(X509Certificate leaf) {
    Instant now = clock.instant();
    Answer known = answers.get(leaf);
    if (known != null && known.until().isAfter(now)) {
      return known.standing();
    }
    List<X509Certificate> issuers =
        registry.authorities().stream().map(CertificateAuthority::certificate).toList();
    Standing standing =
        CertificatePath.find(leaf, issuers).map(path -> of(path, now)).orElse(Standing.UNTRUSTED);
    answers.put(leaf, new Answer(standing, now.plus(REMEMBERED)));
    return standing;
  }

  private Standing of(CertificatePath path, Instant now) {
    List<X509CRL> all = folder.lists();
    List<X509CRL> newest =
        path.issuers().stream()
            .flatMap(issuer -> RevocationLists.newest(issuer, all).stream())
            .toList();
    try {
      new PathCheck("machine", now, new RevocationProofs(newest, List.of())).require(path);
      return Standing.GOOD;
    } catch (PackageException e) {
      return switch (e.fault()) {
        case CERTIFICATE_REVOKED -> Standing.REVOKED;
        case CERTIFICATE_EXPIRED -> Standing.EXPIRED;
        case REVOCATION_UNKNOWN -> Standing.UNKNOWN;
        default -> Standing.UNTRUSTED;
      };
    }
  }
}
