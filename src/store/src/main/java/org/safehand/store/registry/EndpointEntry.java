package org.safehand.store.registry;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
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
  private static final String MACHINES = "machineCertificates";
  private static final Set<String> MEMBERS =
      Set.of(
          "address",
          "channel",
          "encryptionCertificates",
          "id",
          MACHINES,
          "maxBytes",
          "receiptCertificates",
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
        recipients(json),
        certificates(json, "receiptCertificates"),
        json.has(MACHINES) ? certificates(json, MACHINES) : List.of(),
        certificate(json, json.string("tlsCa"), "tlsCa"),
        json.string("signer"),
        json.integer("maxBytes"));
  }

  private static List<RecipientCertificate> recipients(JsonObject json)
      throws JsonException, RecipientException {
    List<RecipientCertificate> recipients = new ArrayList<>();
    for (String pem : json.array("encryptionCertificates").strings()) {
      recipients.add(RecipientCertificate.ofPem(pem));
    }
    return recipients;
  }

  private static List<X509Certificate> certificates(JsonObject json, String name)
      throws JsonException, CertificateException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (String pem : json.array(name).strings()) {
      certificates.add(certificate(json, pem, name));
    }
    return certificates;
  }

  static X509Certificate certificate(JsonObject json, String pem, String name)
      throws JsonException, CertificateException {
    List<byte[]> blocks =
        PemText.decodeAll("CERTIFICATE", pem)
            .filter(found -> found.size() == 1)
            .orElseThrow(() -> json.fault(name, "not one certificate in PEM"));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(blocks.get(0)));
  }
}
