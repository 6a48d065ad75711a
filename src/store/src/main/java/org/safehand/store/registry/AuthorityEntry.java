package org.safehand.store.registry;

import java.net.URI;
import java.security.cert.CertificateException;
import java.util.Set;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.endpoint.CertificateAuthority;

/** One authority as it stands in the registry file. */
final class AuthorityEntry {
  private static final Set<String> MEMBERS = Set.of("certificate", "crl", "ocsp");

  private AuthorityEntry() {}

  static CertificateAuthority authority(JsonObject json)
      throws JsonException, CertificateException {
    json.requireOnly(MEMBERS);
    return new CertificateAuthority(
        EndpointEntry.certificate(json, json.string("certificate"), "certificate"),
        URI.create(json.string("crl")),
        json.optionalString("ocsp").map(URI::create));
  }
}
