package org.safehand.packaging.recipient;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** To whom a package can be encrypted, and which key opens it. */
class RecipientCertificateTest {
  private static final TestAuthority ISSUER = TestPki.AGENCY_CA;

  static List<TestAuthority> agencies() {
    return List.of(TestPki.AGENCY_RSA, TestPki.AGENCY_P256, TestPki.AGENCY_P384);
  }

  private static KeyPair keys(String algorithm) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private static KeyPair curve(String name) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name));
    return generator.generateKeyPair();
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair keys) {
    return PemText.encode("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private static void refused(RecipientFault fault, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .asInstanceOf(type(RecipientException.class))
        .extracting(RecipientException::fault)
        .isEqualTo(fault);
  }

  private static void refused(RecipientFault fault, KeyPair keys, int usage) {
    TestAuthority agency = ISSUER.certified("Other Recipient", keys, usage);
    refused(fault, () -> RecipientCertificate.of(agency.certificate()));
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void certificate_inEitherForm_isTheSame(TestAuthority agency) throws Exception {
    byte[] der = agency.certificate().getEncoded();
    RecipientCertificate read = RecipientCertificate.ofPem(PemText.encode("CERTIFICATE", der));

    assertThat(read.der()).isEqualTo(der).isEqualTo(RecipientCertificate.ofDer(der).der());
    assertThat(read.sha256()).isEqualTo(Digest.of(der));
    assertThat(read.publicKey().getEncoded()).isEqualTo(agency.keys().getPublic().getEncoded());
    assertThat(read.keyIdentifier()).hasSize(20);
  }

  @Test
  void certificate_saysHowKeysAreWrapped() throws Exception {
    assertThat(RecipientCertificate.of(TestPki.AGENCY_RSA.certificate()).algorithm())
        .isEqualTo(RecipientAlgorithm.RSA_OAEP_SHA256);
    assertThat(RecipientCertificate.of(TestPki.AGENCY_P256.certificate()).algorithm())
        .isEqualTo(RecipientAlgorithm.ECDH_P256);
    assertThat(RecipientCertificate.of(TestPki.AGENCY_P384.certificate()).algorithm())
        .isEqualTo(RecipientAlgorithm.ECDH_P384);
  }

  @Test
  void keyThatIsTooShort_isRefused() throws Exception {
    refused(RecipientFault.RECIPIENT_KEY_TOO_SHORT, rsa(2048), KeyUsage.keyEncipherment);
  }

  @Test
  void keyOfAnotherKind_isRefused() throws Exception {
    RecipientFault fault = RecipientFault.RECIPIENT_ALGORITHM_UNSUPPORTED;
    refused(fault, curve("secp521r1"), KeyUsage.keyAgreement);
    refused(fault, keys("Ed25519"), KeyUsage.digitalSignature);
    refused(fault, keys("X25519"), KeyUsage.keyAgreement);
  }

  @Test
  void keyForSomethingElse_isRefused() throws Exception {
    RecipientFault fault = RecipientFault.RECIPIENT_KEY_USAGE;
    refused(fault, TestPki.AGENCY_RSA.keys(), KeyUsage.keyAgreement);
    refused(fault, TestPki.AGENCY_P256.keys(), KeyUsage.keyEncipherment);
    refused(fault, TestPki.AGENCY_P384.keys(), KeyUsage.digitalSignature);
  }

  @Test
  void keyForMoreThanThat_isTaken() throws Exception {
    int usage = KeyUsage.keyAgreement | KeyUsage.digitalSignature;
    TestAuthority agency = ISSUER.certified("Both", TestPki.AGENCY_P256.keys(), usage);
    assertThat(RecipientCertificate.of(agency.certificate()).algorithm())
        .isEqualTo(RecipientAlgorithm.ECDH_P256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----"})
  void textThatIsNoCertificate_isRefused(String text) {
    refused(RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED, () -> RecipientCertificate.ofPem(text));
    refused(
        RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED,
        () -> RecipientCertificate.ofDer(text.getBytes(US_ASCII)));
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void key_ofThisCertificateAlone_isTaken(TestAuthority agency) throws Exception {
    RecipientCertificate certificate = RecipientCertificate.of(agency.certificate());
    RecipientKey key = RecipientKey.ofPem(pem(agency.keys()), certificate);

    assertThat(key.key()).isEqualTo(agency.keys().getPrivate());
    assertThat(key.certificate()).isSameAs(certificate);
    assertThat(key).hasToString("RecipientKey[hidden]");
    String two = pem(agency.keys()) + pem(agency.keys());
    refused(RecipientFault.RECIPIENT_KEY_UNUSABLE, () -> RecipientKey.ofPem(two, certificate));
    refused(RecipientFault.RECIPIENT_KEY_UNUSABLE, () -> RecipientKey.ofPem("", certificate));
    for (TestAuthority other : agencies()) {
      if (other != agency) {
        refused(
            RecipientFault.RECIPIENT_KEY_UNUSABLE,
            () -> RecipientKey.ofPem(pem(other.keys()), certificate));
      }
    }
  }

  @Test
  void key_ofAnotherOnTheSameCurve_isRefused() throws Exception {
    RecipientCertificate certificate = RecipientCertificate.of(TestPki.AGENCY_P256.certificate());
    KeyPair other = curve("secp256r1");
    refused(
        RecipientFault.RECIPIENT_KEY_UNUSABLE, () -> RecipientKey.ofPem(pem(other), certificate));
  }
}
