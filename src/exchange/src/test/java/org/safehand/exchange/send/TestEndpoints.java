package org.safehand.exchange.send;

import java.net.URI;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.safehand.agency.server.TestAgency;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.memory.InMemoryEndpoints;

/** Registry entries of the agency of tests. */
public final class TestEndpoints {
  static final RecipientCertificate ENCRYPTION = encryption();

  private TestEndpoints() {}

  public static Endpoint at(URI address) {
    return of(address, TestAgency.AGENCY_CA.certificate(), TestAgency.AGENCY_SIGNER.getName());
  }

  static Endpoint of(URI address, X509Certificate tlsCa, String signer) {
    return new Endpoint(
        "main",
        Channel.SOAP,
        address.toString(),
        List.of(ENCRYPTION),
        List.of(receipts()),
        List.of(),
        tlsCa,
        signer,
        TestAgency.MAX_BYTES);
  }

  private static X509Certificate receipts() {
    try {
      return (X509Certificate) TestAgency.SIGN.getCertificate("agency");
    } catch (KeyStoreException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RecipientCertificate encryption() {
    try {
      return RecipientCertificate.of(
          (X509Certificate)
              TestAgency.AGENCY_CA.issue("key", "CN=decryption,O=Police").getCertificate("key"));
    } catch (KeyStoreException | RecipientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A registry with one agency, which receives where nobody listens. */
  public static InMemoryEndpoints registry() {
    return new InMemoryEndpoints(
        List.of(
            new Agency(
                new AgencyId("AG-N-001"),
                "Police",
                "XX",
                List.of(at(URI.create("https://localhost:1/delivery"))))));
  }
}
