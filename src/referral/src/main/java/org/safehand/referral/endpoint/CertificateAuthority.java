package org.safehand.referral.endpoint;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * An authority that may certify recipients, and where it says what it revoked.
 *
 * @param certificate its own; self-signed if it is a root
 * @param lists where its revocation list is fetched
 * @param responder where its OCSP responder is asked; then the list is not asked for what it issued
 */
public record CertificateAuthority(
    X509Certificate certificate, URI lists, Optional<URI> responder) {
  /** Refuses nulls and addresses that are not HTTP. */
  public CertificateAuthority {
    requireNonNull(certificate, "certificate is null");
    requireHttp(lists);
    responder.ifPresent(CertificateAuthority::requireHttp);
  }

  /** Whether {@code address} is one of a web server, by name or number, and carries no password. */
  public static boolean isAddress(URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    return http && address.getHost() != null && address.getUserInfo() == null;
  }

  private static void requireHttp(URI address) {
    if (!isAddress(address)) {
      throw new IllegalArgumentException("not an address of a web server: " + address);
    }
  }
}
