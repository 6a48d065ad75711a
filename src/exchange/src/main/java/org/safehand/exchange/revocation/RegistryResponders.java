package org.safehand.exchange.revocation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.safehand.packaging.seal.ValidationMaterial.Responders;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.port.EndpointRegistry;

/** The OCSP responders of the registry's authorities, for what seals embed. */
public final class RegistryResponders implements Responders {
  private final EndpointRegistry registry;
  private final OcspClient client;

  public RegistryResponders(EndpointRegistry registry, OcspClient client) {
    this.registry = requireNonNull(registry, "registry is null");
    this.client = requireNonNull(client, "client is null");
  }

  @Override
  public boolean has(X509Certificate issuer) {
    return responder(issuer).isPresent();
  }

  @Override
  public Optional<OcspResponse> ask(X509Certificate certificate, X509Certificate issuer) {
    return responder(issuer).flatMap(address -> client.ask(address, certificate, issuer));
  }

  private Optional<URI> responder(X509Certificate issuer) {
    return registry.authorities().stream()
        .filter(authority -> authority.certificate().equals(issuer))
        .findFirst()
        .flatMap(CertificateAuthority::responder);
  }
}
