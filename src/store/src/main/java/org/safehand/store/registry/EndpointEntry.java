package org.safehand.store.registry;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;

/** One endpoint as it stands in the registry file. */
final class EndpointEntry {
  private static final Set<String> MEMBERS =
      Set.of(
          "address",
          "channel",
          "encryptionCertificate",
          "id",
          "maxBytes",
          "receiptCertificate",
          "signer",
          "tlsCa");

  private EndpointEntry() {}

  static Endpoint endpoint(JsonObject json)
      throws JsonException, RecipientException, CertificateException {
    json.requireOnly(MEMBERS);
    Channel channel =
        Channel.find(json.string("channel"))
            .orElseThrow(() -> json.fault("channel", "unknown channel"));
    return new Endpoint(
        json.string("id"),
        channel,
        json.string("address"),
        RecipientCertificate.ofPem(json.string("encryptionCertificate")),
        certificate(json, "receiptCertificate"),
        certificate(json, "tlsCa"),
        json.string("signer"),
        json.integer("maxBytes"));
  }

  static X509Certificate certificate(JsonObject json, String name)
      throws JsonException, CertificateException {
    List<byte[]> blocks =
        PemText.decodeAll("CERTIFICATE", json.string(name))
            .filter(found -> found.size() == 1)
            .orElseThrow(() -> json.fault(name, "not one certificate in PEM"));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(blocks.get(0)));
  }
}
