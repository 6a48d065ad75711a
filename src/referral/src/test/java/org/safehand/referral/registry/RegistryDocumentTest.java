package org.safehand.referral.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.encoding.PemText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonBoolean;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;

class RegistryDocumentTest {
  private static String certificate = "";
  private static String kemCertificate = "";

  @BeforeAll
  static void makeCertificate() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair keys = generator.generateKeyPair();
    certificate = certificate(keys.getPublic(), keys);
    KeyPair kem =
        KeyPairGenerator.getInstance("ML-KEM-768", new BouncyCastleProvider()).generateKeyPair();
    kemCertificate = certificate(kem.getPublic(), keys);
  }

  private static String certificate(PublicKey key, KeyPair issuer) throws Exception {
    X500Name name = new X500Name("CN=Synthetic agency");
    byte[] der =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                name,
                key)
            .addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key))
            .build(new JcaContentSignerBuilder("SHA384withECDSA").build(issuer.getPrivate()))
            .getEncoded();
    return PemText.encode("CERTIFICATE", der);
  }

  @Test
  void read_ofAWholeFile_givesTheAgenciesInOrder() throws Exception {
    Registry registry = read(agency("AG-S-002"), agency("AG-N-001"));

    assertThat(registry.agencies())
        .extracting(entry -> entry.agency().id().value())
        .containsExactly("AG-N-001", "AG-S-002");
    assertThat(registry.revision()).isEqualTo(1);
    Agency agency = registry.agency(new AgencyId("AG-N-001")).orElseThrow().agency();
    assertThat(agency.primary().channel()).isEqualTo(Channel.SOAP);
    assertThat(agency.primary().maxBytes()).isEqualTo(2147483648L);
    assertThat(agency.primary().receiptCertificates().get(0).getSubjectX500Principal().getName())
        .isEqualTo("CN=Synthetic agency");
    assertThat(registry.agency(new AgencyId("AG-N-009"))).isEmpty();
  }

  @Test
  void read_ofAgenciesWithEcdhAndMlKemKeys_takesBoth() throws Exception {
    Registry registry =
        read(
            agency("AG-N-001"),
            agency("AG-S-002", endpoint(Map.of(), "encryptionCertificates", kemCertificate)));

    assertThat(registry.agencies())
        .extracting(entry -> entry.agency().primary().encryptionCertificates().get(0).algorithm())
        .containsExactly(RecipientAlgorithm.ECDH_P384, RecipientAlgorithm.ML_KEM_768);
  }

  @Test
  void read_ofOldAndNewCertificates_takesAll() throws Exception {
    Registry registry =
        read(
            agency(
                "AG-N-001",
                endpoint(Map.of(), "encryptionCertificates", certificate, kemCertificate)),
            agency(
                "AG-S-002",
                endpoint(Map.of(), "receiptCertificates", certificate, kemCertificate)));

    assertThat(registry.agencies())
        .extracting(entry -> entry.agency().primary().encryptionCertificates().size())
        .containsExactly(2, 1);
    assertThat(registry.agencies())
        .extracting(entry -> entry.agency().primary().receiptCertificates().size())
        .containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"encryptionCertificates,encryption", "receiptCertificates,receipt"})
  void read_ofACertificateTwiceOrNoneOrTooMany_isRefusedWhole(String list, String purpose)
      throws Exception {
    String same = "the same " + purpose + " certificate twice";
    assertUnreadable(() -> readWith(list, certificate, certificate), same);
    assertUnreadable(() -> readWith(list), "/agencies/0/endpoints/0/" + list);
    assertUnreadable(
        () -> readWith(list, fresh(), fresh(), fresh(), fresh(), fresh()),
        "/agencies/0/endpoints/0/" + list);
    assertThat(readWith(list, fresh(), fresh(), fresh(), fresh()).agencies()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"encryptionCertificates", "receiptCertificates", "machineCertificates"})
  void read_ofOneWrongCertificateAmongGoodOnes_isRefusedWhole(String list) {
    assertUnreadable(
        () -> readWith(list, certificate, "nothing"), "/agencies/0/endpoints/0/" + list + "/1");
  }

  @Test
  void read_ofMachines_givesThemToTheirEndpoint_andOfNone_givesNone() throws Exception {
    assertThat(readWith("machineCertificates", certificate, kemCertificate).agencies())
        .extracting(entry -> entry.agency().primary().machineCertificates().size())
        .containsExactly(2);
    assertThat(readWith("machineCertificates").agencies())
        .extracting(entry -> entry.agency().primary().machineCertificates().size())
        .containsExactly(0);
    assertThat(read(agency("AG-N-001")).agencies())
        .extracting(entry -> entry.agency().primary().machineCertificates().size())
        .containsExactly(0);
  }

  @Test
  void read_ofTheSameMachineTwiceOrTooMany_isRefusedWhole() throws Exception {
    assertUnreadable(
        () -> readWith("machineCertificates", certificate, certificate),
        "the same machine certificate twice");
    assertUnreadable(
        () -> readWith("machineCertificates", fresh(), fresh(), fresh(), fresh(), fresh()),
        "/machineCertificates has more than 4");
  }

  @Test
  void read_ofOneMachineOfTwoAgencies_isRefusedWhole() {
    JsonObject same = endpoint(Map.of(), "machineCertificates", certificate);
    assertUnreadable(
        () -> read(agency("AG-N-001", same), agency("AG-S-002", same)),
        "one machine is of two agencies");
  }

  private Registry readWith(String list, String... pems) throws Exception {
    return read(agency("AG-N-001", endpoint(Map.of(), list, pems)));
  }

  private static String fresh() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    KeyPair keys = generator.generateKeyPair();
    return certificate(keys.getPublic(), keys);
  }

  @Test
  void read_ofAnAgencyNamedTwice_isRefused() {
    assertUnreadable(
        () -> read(agency("AG-N-001"), agency("AG-N-001")), "an agency is named twice");
  }

  @ParameterizedTest
  @CsvSource({
    "channel,fax",
    "address,http://agency.example.org/deliver",
    "address,https://someone@agency.example.org/deliver",
    "address,https:///deliver",
    "address,ftp://localhost/deliver",
    "signer,CN",
    "id,two words",
    "receiptCertificates,one text for a list",
    "machineCertificates,one text for a list",
    "tlsCa,nothing",
    "encryptionCertificates,one text for a list",
    "encryptionCertificate,of version 1",
    "password,hidden"
  })
  void read_ofOneWrongEndpoint_isRefusedWhole(String member, String value) {
    JsonObject wrong = agency("AG-N-002", endpoint(Map.of(member, value)));

    assertUnreadable(() -> read(agency("AG-N-001"), wrong), "/agencies/1/endpoints/0/" + member);
  }

  @Test
  void read_ofAnotherVersionOrNoJson_isRefused() {
    assertThatThrownBy(() -> RegistryDocument.first("nothing".getBytes(UTF_8)))
        .isInstanceOf(JsonException.class);
    String old = "{\"version\":1,\"agencies\":[],\"authorities\":[]}";
    assertUnreadable(() -> RegistryDocument.first(old.getBytes(UTF_8)), "/version");
  }

  @Test
  void document_writtenAndRead_isTheSame() throws Exception {
    Registry registry =
        read(
            List.of(authority(Map.of("ocsp", "http://ca.example.org/ocsp"))),
            agency("AG-N-001", endpoint(Map.of(), "machineCertificates", certificate)),
            agency("AG-S-002", endpoint(Map.of(), "encryptionCertificates", kemCertificate)));
    byte[] written = RegistryDocument.canonical(registry);
    assertThat(RegistryDocument.canonical(RegistryDocument.first(written))).isEqualTo(written);
  }

  /** An agency that is not high-risk is written as it was before there was such a thing. */
  @Test
  void highRisk_isWrittenWhereItIsSo_andNowhereElse() throws Exception {
    Registry plain = read(agency("AG-N-001"));
    Registry risky = read(with(new JsonBoolean(true)));
    assertThat(plain.agencies().get(0).agency().highRisk()).isFalse();
    assertThat(risky.agencies().get(0).agency().highRisk()).isTrue();
    assertThat(new String(RegistryDocument.canonical(plain), UTF_8)).doesNotContain("highRisk");
    assertThat(RegistryDocument.digest(read(with(new JsonBoolean(false)))))
        .isEqualTo(RegistryDocument.digest(plain));
    byte[] written = RegistryDocument.canonical(risky);
    assertThat(new String(written, UTF_8)).contains("\"highRisk\":true");
    assertThat(RegistryDocument.canonical(RegistryDocument.first(written))).isEqualTo(written);
    assertUnreadable(() -> read(with(new JsonString("yes"))), "/agencies/0/highRisk");
  }

  private static JsonObject with(JsonValue highRisk) {
    return JsonObject.builder()
        .put("id", "AG-N-001")
        .put("name", "Synthetic agency")
        .put("country", "NO")
        .put("endpoints", JsonArray.of(List.of(endpoint(Map.of()))))
        .put("highRisk", highRisk)
        .build();
  }

  @Test
  void certificate_withSomethingBehindIt_isRefused() {
    byte[] der = PemText.decodeAll("CERTIFICATE", certificate).orElseThrow().get(0);
    String longer = PemText.encode("CERTIFICATE", Arrays.copyOf(der, der.length + 1));
    assertUnreadable(
        () -> readWith("receiptCertificates", longer),
        "/agencies/0/endpoints/0/receiptCertificates/0");
  }

  @Test
  void certificateInOtherLines_isKeptInOneSpelling() throws Exception {
    String wrapped = certificate.replace("-----\n", "-----\n\n");
    assertThat(RegistryDocument.digest(readWith("receiptCertificates", wrapped)))
        .isEqualTo(RegistryDocument.digest(readWith("receiptCertificates", certificate)));
  }

  @Test
  void read_ofAnAuthority_givesWhereItIsAsked() throws Exception {
    Registry registry =
        read(
            List.of(authority(Map.of()), authority(Map.of("ocsp", "http://ca.example.org/ocsp"))),
            agency("AG-N-001"));

    assertThat(registry.authorities())
        .extracting(CertificateAuthority::lists)
        .containsOnly(URI.create("http://ca.example.org/list.crl"));
    assertThat(registry.authorities())
        .extracting(CertificateAuthority::responder)
        .containsExactly(Optional.empty(), Optional.of(URI.create("http://ca.example.org/ocsp")));
  }

  @ParameterizedTest
  @CsvSource({
    "certificate,nothing",
    "crl,ldap://ca.example.org/list",
    "crl,file:///list.crl",
    "ocsp,/ocsp",
    "ocsp,http://someone@ca.example.org/ocsp",
    "aia,http://ca.example.org/ocsp"
  })
  void read_ofOneWrongAuthority_isRefusedWhole(String member, String value) {
    assertUnreadable(
        () -> read(List.of(authority(Map.of(member, value))), agency("AG-N-001")),
        "/authorities/0/" + member);
  }

  private Registry read(JsonObject... agencies) throws Exception {
    return read(List.of(), agencies);
  }

  private Registry read(List<JsonObject> authorities, JsonObject... agencies) throws Exception {
    JsonObject registry =
        JsonObject.builder()
            .put("version", 2)
            .put("agencies", JsonArray.of(List.of(agencies)))
            .put("authorities", JsonArray.of(authorities))
            .build();
    return RegistryDocument.first(Jcs.write(registry));
  }

  private static JsonObject agency(String id) {
    return agency(id, endpoint(Map.of()));
  }

  private static JsonObject agency(String id, JsonObject endpoint) {
    return JsonObject.builder()
        .put("id", id)
        .put("name", "Synthetic agency")
        .put("country", "NO")
        .put("endpoints", JsonArray.of(List.of(endpoint)))
        .build();
  }

  private static JsonObject authority(Map<String, String> changed) {
    Map<String, String> texts =
        new TreeMap<>(Map.of("certificate", certificate, "crl", "http://ca.example.org/list.crl"));
    texts.putAll(changed);
    JsonObjectBuilder authority = JsonObject.builder();
    texts.forEach((name, value) -> authority.put(name, new JsonString(value)));
    return authority.build();
  }

  private static JsonObject endpoint(Map<String, String> changed) {
    return endpoint(changed, "receiptCertificates", certificate);
  }

  private static JsonObject endpoint(Map<String, String> changed, String list, String... pems) {
    Map<String, String> texts =
        new TreeMap<>(
            Map.of(
                "id", "main",
                "channel", "soap",
                "address", "https://localhost:8490/deliver",
                "tlsCa", certificate,
                "signer", "CN=Synthetic agency"));
    texts.putAll(changed);
    JsonObjectBuilder endpoint = JsonObject.builder().put("maxBytes", 2147483648L);
    for (String name : List.of("encryptionCertificates", "receiptCertificates")) {
      if (!texts.containsKey(name)) {
        endpoint.put(
            name, JsonArray.ofStrings(name.equals(list) ? List.of(pems) : List.of(certificate)));
      }
    }
    if (list.equals("machineCertificates")) {
      endpoint.put(list, JsonArray.ofStrings(List.of(pems)));
    }
    texts.forEach((name, value) -> endpoint.put(name, new JsonString(value)));
    return endpoint.build();
  }

  private static void assertUnreadable(ThrowingCallable reading, String place) {
    assertThatThrownBy(reading)
        .hasMessageContaining(place)
        .isInstanceOf(IllegalArgumentException.class);
  }
}
