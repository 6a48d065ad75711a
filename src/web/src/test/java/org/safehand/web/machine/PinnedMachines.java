package org.safehand.web.machine;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.memory.InMemoryEndpoints;

/** A registry of two agencies, one of which has machines. */
public final class PinnedMachines {
  private PinnedMachines() {}

  /** The machines of {@code agency} are these; the authorities are the agencies' and its root. */
  public static EndpointRegistry of(AgencyId agency, TestAuthority... machines) {
    List<X509Certificate> pinned = Stream.of(machines).map(TestAuthority::certificate).toList();
    return new InMemoryEndpoints(
        TestWorld.agencies().stream()
            .map(each -> each.id().equals(agency) ? with(each, pinned) : each)
            .toList(),
        List.of(authority(TestPki.ROOT), authority(TestPki.AGENCY_CA)));
  }

  private static CertificateAuthority authority(TestAuthority authority) {
    return new CertificateAuthority(
        authority.certificate(), URI.create("http://localhost:9/none.crl"), Optional.empty());
  }

  private static Agency with(Agency agency, List<X509Certificate> machines) {
    Endpoint it = agency.primary();
    Endpoint endpoint =
        new Endpoint(
            it.id(),
            it.channel(),
            it.address(),
            it.encryptionCertificates(),
            it.receiptCertificates(),
            machines,
            it.tlsCa(),
            it.signer(),
            it.maxBytes());
    return new Agency(agency.id(), agency.name(), agency.country(), List.of(endpoint));
  }
}
