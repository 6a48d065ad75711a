package org.safehand.referral.registry;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.document.CodeShape;
import org.safehand.referral.document.FlagShape;
import org.safehand.referral.document.ListShape;
import org.safehand.referral.document.NumberShape;
import org.safehand.referral.document.ObjectShape;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;

/**
 * The document of an agency: {@code id}, {@code name}, {@code country} and one to four {@code
 * endpoints}, each with {@code id}, {@code channel}, {@code address}, its certificates in PEM,
 * {@code tlsCa}, {@code signer} and {@code maxBytes}; where a release to it takes two supervisors,
 * {@code highRisk}. What is written has one spelling, in which an agency that is not high-risk does
 * not say so; what is read may, and may wrap its PEM differently.
 */
public final class AgencyJson {
  private static final String ENCRYPTION = "encryptionCertificates";
  private static final String RECEIPTS = "receiptCertificates";
  private static final String HIGH_RISK = "highRisk";
  private static final String MACHINES = "machineCertificates";

  /** The longest certificate in PEM that is read, in characters. */
  private static final int MAX_PEM = 12_000;

  private static final int MAX_ENDPOINTS = 4;
  private static final Pattern ENDPOINT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Any one certificate. */
  static final TextShape CERTIFICATE =
      new TextShape(
          MAX_PEM, text -> holds(CertificatePem::read, text), "one X.509 certificate in PEM");

  /** One certificate that packages can be encrypted to. */
  public static final TextShape RECIPIENT =
      new TextShape(
          MAX_PEM,
          text -> holds(CertificatePem::readRecipient, text),
          "one X.509 certificate in PEM with a subject key identifier and a key to encrypt to: RSA"
              + " of 3072 bits, P-256, P-384, ML-KEM-768 or ML-KEM-1024");

  private static final ObjectShape ENDPOINT =
      ObjectShape.empty()
          .must(
              "id",
              new TextShape(
                  64,
                  ENDPOINT_ID.asMatchPredicate(),
                  "1 to 64 letters, digits, dots, lines and hyphens"))
          .must(
              "channel",
              new CodeShape(
                  Stream.of(Channel.values()).map(Channel::wire).collect(Collectors.toSet())))
          .must(
              "address",
              new TextShape(
                  2048, AgencyJson::isAddress, "an https address, or http on this machine"))
          .must(ENCRYPTION, new ListShape(RECIPIENT, 1, Endpoint.MOST_CERTIFICATES))
          .must(RECEIPTS, new ListShape(CERTIFICATE, 1, Endpoint.MOST_CERTIFICATES))
          .may(MACHINES, new ListShape(CERTIFICATE, 0, Endpoint.MOST_CERTIFICATES))
          .must("tlsCa", CERTIFICATE)
          .must(
              "signer",
              new TextShape(
                  1024, text -> holds(X500Principal::new, text), "an X.500 name (RFC 2253)"))
          .must("maxBytes", new NumberShape(1, 1L << 50));

  /** What {@link #agency} reads. */
  public static final ObjectShape SHAPE =
      ObjectShape.empty()
          .must("id", TextShape.agency())
          .must("name", TextShape.oneLine(128))
          .must("country", CodeShape.country())
          .must("endpoints", new ListShape(ENDPOINT, 1, MAX_ENDPOINTS))
          .may(HIGH_RISK, new FlagShape());

  private AgencyJson() {}

  /** The one spelling of a certificate. */
  public static String pem(RecipientCertificate certificate) {
    return CertificatePem.of(certificate.certificate());
  }

  /** The certificate of {@code pem}, which is a {@link #RECIPIENT}. */
  public static RecipientCertificate recipient(String pem) {
    return CertificatePem.readRecipient(pem);
  }

  /** {@code agency} in its one spelling. */
  public static JsonObject of(Agency agency) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", agency.id().value())
            .put("name", agency.name())
            .put("country", agency.country())
            .put(
                "endpoints",
                JsonArray.of(agency.endpoints().stream().map(AgencyJson::of).toList()));
    return agency.highRisk() ? json.put(HIGH_RISK, true).build() : json.build();
  }

  /**
   * The agency of a document that has {@link #SHAPE}.
   *
   * @throws JsonException if it has not
   * @throws IllegalArgumentException if a certificate, an endpoint or a machine stands there twice
   */
  public static Agency agency(JsonObject json) throws JsonException {
    List<Endpoint> endpoints = new ArrayList<>();
    for (JsonObject entry : json.array("endpoints").objects()) {
      endpoints.add(endpoint(entry));
    }
    return new Agency(
        new AgencyId(json.string("id")),
        json.string("name"),
        json.string("country"),
        endpoints,
        json.has(HIGH_RISK) && json.bool(HIGH_RISK));
  }

  private static JsonObject of(Endpoint endpoint) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", endpoint.id())
            .put("channel", endpoint.channel().wire())
            .put("address", endpoint.address())
            .put(
                ENCRYPTION,
                pems(
                    endpoint.encryptionCertificates().stream()
                        .map(RecipientCertificate::certificate)))
            .put(RECEIPTS, pems(endpoint.receiptCertificates().stream()))
            .put("tlsCa", CertificatePem.of(endpoint.tlsCa()))
            .put("signer", endpoint.signer())
            .put("maxBytes", endpoint.maxBytes());
    if (!endpoint.machineCertificates().isEmpty()) {
      json.put(MACHINES, pems(endpoint.machineCertificates().stream()));
    }
    return json.build();
  }

  private static Endpoint endpoint(JsonObject json) throws JsonException {
    return new Endpoint(
        json.string("id"),
        Channel.find(json.string("channel"))
            .orElseThrow(() -> json.fault("channel", "unknown channel")),
        json.string("address"),
        json.array(ENCRYPTION).strings().stream().map(CertificatePem::readRecipient).toList(),
        certificates(json.array(RECEIPTS)),
        json.has(MACHINES) ? certificates(json.array(MACHINES)) : List.of(),
        CertificatePem.read(json.string("tlsCa")),
        json.string("signer"),
        json.integer("maxBytes"));
  }

  private static List<X509Certificate> certificates(JsonArray pems) throws JsonException {
    return pems.strings().stream().map(CertificatePem::read).toList();
  }

  private static JsonArray pems(Stream<X509Certificate> certificates) {
    return JsonArray.ofStrings(certificates.map(CertificatePem::of).toList());
  }

  private static boolean holds(Function<String, ?> reading, String text) {
    try {
      return reading.apply(text) != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static boolean isAddress(String text) {
    return holds(URI::create, text)
        && Optional.of(URI.create(text))
            .filter(it -> it.getHost() != null && it.getUserInfo() == null)
            .filter(it -> it.getFragment() == null)
            .filter(
                it ->
                    "https".equals(it.getScheme())
                        || ("http".equals(it.getScheme()) && isLoopback(it.getHost())))
            .isPresent();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
