package org.safehand.packaging.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.encoding.PemText;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** Certificates and key files for ML-KEM, as RFC 9935 has them. */
class MlKemRecipientTest {
  private static final TestAuthority AGENCY = TestPki.AGENCY_ML_KEM_768;

  static Stream<TestAuthority> agencies() {
    return Stream.of(TestPki.AGENCY_ML_KEM_768, TestPki.AGENCY_ML_KEM_1024);
  }

  @Test
  void certificate_ofEitherParameterSet_isTakenAsQuantumSafe() throws Exception {
    RecipientCertificate small = certificate(TestPki.AGENCY_ML_KEM_768);
    RecipientCertificate large = certificate(TestPki.AGENCY_ML_KEM_1024);

    assertThat(small.algorithm()).isEqualTo(RecipientAlgorithm.ML_KEM_768);
    assertThat(large.algorithm()).isEqualTo(RecipientAlgorithm.ML_KEM_1024);
    assertThat(small.algorithm().quantumSafe() && large.algorithm().quantumSafe()).isTrue();
    assertThat(certificate(TestPki.AGENCY_P384).algorithm().quantumSafe()).isFalse();
    assertThat(certificate(TestPki.AGENCY_RSA).algorithm().quantumSafe()).isFalse();
  }

  @Test
  void certificate_ofMlKem512_isUnsupported() throws Exception {
    TestAuthority weak = TestPki.AGENCY_CA.encapsulated("Weak", "ML-KEM-512");
    refused(RecipientFault.RECIPIENT_ALGORITHM_UNSUPPORTED, () -> certificate(weak));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        KeyUsage.keyAgreement,
        KeyUsage.digitalSignature,
        KeyUsage.keyEncipherment | KeyUsage.digitalSignature,
        KeyUsage.keyEncipherment | KeyUsage.keyAgreement
      })
  void certificate_forOtherThanKeyEnciphermentAlone_isRefused(int usage) {
    TestAuthority wrong = TestPki.AGENCY_CA.certified("Wrong", AGENCY.keys(), usage);
    refused(RecipientFault.RECIPIENT_KEY_USAGE, () -> certificate(wrong));
  }

  @Test
  void certificate_withParametersOrCoefficientsOutOfRange_isMalformed() throws Exception {
    SubjectPublicKeyInfo good =
        SubjectPublicKeyInfo.getInstance(AGENCY.keys().getPublic().getEncoded());
    byte[] key = good.getPublicKeyData().getOctets();
    refused(
        RecipientFault.RECIPIENT_KEY_IDENTIFIER_MISSING,
        () -> RecipientCertificate.ofDer(bare(good)));

    AlgorithmIdentifier parameters =
        new AlgorithmIdentifier(good.getAlgorithm().getAlgorithm(), DERNull.INSTANCE);
    refused(
        RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED,
        () -> RecipientCertificate.ofDer(bare(new SubjectPublicKeyInfo(parameters, key))));

    byte[] unreduced = key.clone();
    unreduced[0] = (byte) 0xff;
    unreduced[1] |= (byte) 0x0f; // the first coefficient is 4095, above 3328
    refused(
        RecipientFault.RECIPIENT_CERTIFICATE_MALFORMED,
        () ->
            RecipientCertificate.ofDer(
                bare(new SubjectPublicKeyInfo(good.getAlgorithm(), unreduced))));
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void key_inAnyFormOfRfc9935_isTaken(TestAuthority agency) throws Exception {
    for (int form :
        new int[] {
          MLKEMPrivateKeyParameters.SEED_ONLY,
          MLKEMPrivateKeyParameters.EXPANDED_KEY,
          MLKEMPrivateKeyParameters.BOTH
        }) {
      RecipientKey key =
          RecipientKey.ofPem(pem(encoded(agency.keys().getPrivate(), form)), certificate(agency));
      assertThat(key.certificate().sha256()).isEqualTo(agency.fingerprint());
    }
  }

  @Test
  void key_ofAnother_isRefused() throws Exception {
    TestAuthority sameSet = TestPki.AGENCY_CA.encapsulated("Other", "ML-KEM-768");
    for (TestAuthority other :
        new TestAuthority[] {sameSet, TestPki.AGENCY_ML_KEM_1024, TestPki.AGENCY_P256}) {
      refused(
          RecipientFault.RECIPIENT_KEY_UNUSABLE,
          () ->
              RecipientKey.ofPem(pem(other.keys().getPrivate().getEncoded()), certificate(AGENCY)));
      refused(
          RecipientFault.RECIPIENT_KEY_UNUSABLE,
          () -> RecipientKey.of(other.keys().getPrivate(), certificate(AGENCY)));
    }
    KeyPair p256 = KeyPairGenerator.getInstance("EC").generateKeyPair();
    refused(
        RecipientFault.RECIPIENT_KEY_UNUSABLE,
        () -> RecipientKey.of(p256.getPrivate(), certificate(AGENCY)));
  }

  @Test
  void key_whoseSeedAndExpandedKeyDiffer_isRefused() throws Exception {
    byte[] both = encoded(AGENCY.keys().getPrivate(), MLKEMPrivateKeyParameters.BOTH);
    both[both.length - 1] ^= 1;
    refused(
        RecipientFault.RECIPIENT_KEY_UNUSABLE,
        () -> RecipientKey.ofPem(pem(both), certificate(AGENCY)));
  }

  @Test
  void key_expandedAndDamagedInItsSecretPart_isRefused() throws Exception {
    byte[] expanded = encoded(AGENCY.keys().getPrivate(), MLKEMPrivateKeyParameters.EXPANDED_KEY);
    for (int i = 0; i < 100; i++) {
      expanded[40 + i] ^= 0x55;
    }
    refused(
        RecipientFault.RECIPIENT_KEY_UNUSABLE,
        () -> RecipientKey.ofPem(pem(expanded), certificate(AGENCY)));
  }

  private static RecipientCertificate certificate(TestAuthority agency) throws RecipientException {
    return RecipientCertificate.of(agency.certificate());
  }

  /** A certificate over {@code key} without any extension. */
  private static byte[] bare(SubjectPublicKeyInfo key) throws Exception {
    X500Name name = new X500Name("CN=Bare");
    return new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
            name,
            key)
        .build(
            new JcaContentSignerBuilder("SHA384withECDSA")
                .build(TestPki.AGENCY_CA.keys().getPrivate()))
        .getEncoded();
  }

  private static byte[] encoded(PrivateKey key, int form) throws Exception {
    MLKEMPrivateKeyParameters parameters =
        (MLKEMPrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded());
    return PrivateKeyInfoFactory.createPrivateKeyInfo(parameters.withPreferredFormat(form))
        .getEncoded();
  }

  private static String pem(byte[] pkcs8) {
    return PemText.encode("PRIVATE KEY", pkcs8);
  }

  private static void refused(RecipientFault fault, ThrowingCallable reading) {
    RecipientException refusal = catchThrowableOfType(RecipientException.class, reading);
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }
}
