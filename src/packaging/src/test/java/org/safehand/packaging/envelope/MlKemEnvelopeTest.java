package org.safehand.packaging.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.SealedSegment;
import org.safehand.packaging.segment.SegmentCipher;

/** One KEM recipient: what others make of it, and that no bit of it is free. */
class MlKemEnvelopeTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] CONTENT = "synthetic".getBytes(US_ASCII);
  private static final RecipientKey KEY = TestPki.recipient(TestPki.AGENCY_ML_KEM_768);
  private static final AlgorithmIdentifier KDF =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);

  private final SealedSegment sealed = new SegmentCipher(RANDOM).seal(CONTENT, CONTENT.length);
  private final KemRecipient good = KemKeyWrap.wrap(KEY.certificate(), sealed.key(), RANDOM);

  static Stream<TestAuthority> agencies() {
    return Stream.of(TestPki.AGENCY_ML_KEM_768, TestPki.AGENCY_ML_KEM_1024);
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void open_byBouncyCastlesOwnRecipient_givesTheContent(TestAuthority agency) throws Exception {
    byte[] der =
        new EnvelopeWriter(RANDOM).attached(TestPki.recipient(agency).certificate(), CONTENT);

    CMSAuthEnvelopedData read = new CMSAuthEnvelopedData(der);
    RecipientInformation recipient = read.getRecipientInfos().getRecipients().iterator().next();

    JceKEMAuthEnvelopedRecipient own = new JceKEMAuthEnvelopedRecipient(agency.keys().getPrivate());
    own.setProvider(TestAuthority.BC);
    assertThat(recipient.getContent(own)).isEqualTo(CONTENT);
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void open_recipientMadeByBouncyCastle_givesTheContent(TestAuthority agency) throws Exception {
    RecipientKey key = TestPki.recipient(agency);
    JceKEMRecipientInfoGenerator generator =
        new JceKEMRecipientInfoGenerator(
                key.certificate().keyIdentifier(),
                agency.keys().getPublic(),
                NISTObjectIdentifiers.id_aes256_wrap)
            .setKDF(KDF)
            .setProvider(TestAuthority.BC);
    RecipientInfo made =
        generator.generate(
            new JceGenericKey(
                EnvelopeForm.algorithm(sealed.facts().nonce()), sealed.key().secretKey()));

    assertThat(Envelope.read("x", encoded(made)).open(key)).isEqualTo(CONTENT);
  }

  @Tag("campaign")
  @ParameterizedTest
  @MethodSource("agencies")
  void open_oneBitFlipped_isRefused(TestAuthority agency) {
    RecipientKey key = TestPki.recipient(agency);
    byte[] der = new EnvelopeWriter(RANDOM).attached(key.certificate(), CONTENT);
    List<Integer> passed = new ArrayList<>();
    for (int bit = 0; bit < der.length * 8; bit++) {
      der[bit / 8] ^= (byte) (1 << (bit % 8));
      if (opens(der, key)) {
        passed.add(bit);
      }
      der[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    assertThat(passed).isEmpty();
    assertThat(opens(der, key)).isTrue();
  }

  @Test
  void open_keyOfAnother_isRefused() throws Exception {
    refused(
        good.toInfo(),
        TestPki.recipient(TestPki.AGENCY_ML_KEM_1024),
        PackageFault.ENVELOPE_OTHER_RECIPIENT);
    refused(
        good.toInfo(),
        TestPki.recipient(TestPki.AGENCY_P256),
        PackageFault.ENVELOPE_OTHER_RECIPIENT);
    byte[] classical =
        new EnvelopeWriter(RANDOM)
            .attached(TestPki.recipient(TestPki.AGENCY_RSA).certificate(), CONTENT);
    assertFault(
        PackageFault.ENVELOPE_OTHER_RECIPIENT, () -> Envelope.read("x", classical).open(KEY));
  }

  /** Another key decapsulates without error, to another secret (FIPS 203, implicit rejection). */
  @Test
  void open_keyOfAnotherUnderTheSameIdentifier_isRefused() throws Exception {
    KemRecipient other =
        KemKeyWrap.wrap(
            TestPki.recipient(TestPki.AGENCY_CA.encapsulated("Other", "ML-KEM-768")).certificate(),
            sealed.key(),
            RANDOM);
    KemRecipient renamed =
        new KemRecipient(
            good.keyIdentifier(), other.algorithm(), other.encapsulation(), other.wrappedKey());
    refused(renamed.toInfo(), KEY, PackageFault.ENVELOPE_UNDECRYPTABLE);
  }

  @Test
  void open_encapsulationOrWrappedKeyOfAnotherEnvelope_isRefused() throws Exception {
    KemRecipient other = KemKeyWrap.wrap(KEY.certificate(), sealed.key(), RANDOM);
    assertThat(other.encapsulation()).isNotEqualTo(good.encapsulation());
    assertThat(other.wrappedKey()).isNotEqualTo(good.wrappedKey());
    refused(
        new KemRecipient(
                good.keyIdentifier(), good.algorithm(), other.encapsulation(), good.wrappedKey())
            .toInfo(),
        KEY,
        PackageFault.ENVELOPE_UNDECRYPTABLE);
    refused(
        KemKeyWrap.wrap(KEY.certificate(), ContentKey.fresh(RANDOM), RANDOM).toInfo(),
        KEY,
        PackageFault.ENVELOPE_UNDECRYPTABLE);
  }

  @Test
  void open_otherParameterSetUnderTheSameIdentifier_isRefused() throws Exception {
    KemRecipient large =
        KemKeyWrap.wrap(
            TestPki.recipient(TestPki.AGENCY_ML_KEM_1024).certificate(), sealed.key(), RANDOM);
    KemRecipient renamed =
        new KemRecipient(
            good.keyIdentifier(), large.algorithm(), large.encapsulation(), large.wrappedKey());
    refused(renamed.toInfo(), KEY, PackageFault.ENVELOPE_OTHER_RECIPIENT);
  }

  @Test
  void specification_givesTheSizesAsTheyAre() throws Exception {
    String spec = Files.readString(Path.of("SPEC.md")).replaceAll("\\s+", " ");

    assertThat(spec)
        .contains(
            ("has %d bytes for ML-KEM-768 and %d for ML-KEM-1024,"
                    + " where P-384 takes %d and RSA of 3072 bits %d.")
                .formatted(
                    length(TestPki.AGENCY_ML_KEM_768),
                    length(TestPki.AGENCY_ML_KEM_1024),
                    length(TestPki.AGENCY_P384),
                    length(TestPki.AGENCY_RSA)));
    assertThat(spec)
        .contains(
            640 * (length(TestPki.AGENCY_ML_KEM_768) - length(TestPki.AGENCY_P384))
                + " bytes larger");
  }

  private int length(TestAuthority agency) {
    return new EnvelopeWriter(RANDOM)
        .detached(TestPki.recipient(agency).certificate(), sealed.key(), sealed.facts())
        .length;
  }

  /** Each is well-formed DER that a tolerant reader would open. */
  @Test
  void read_otherThanTheProfile_isRefused() throws Exception {
    Parts parts = new Parts();
    assertThat(Envelope.read("x", encoded(parts.info())).open(KEY)).isEqualTo(CONTENT);

    parts.kdf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha384);
    malformed(parts.info());
    parts.kdf = new AlgorithmIdentifier(KDF.getAlgorithm(), DERNull.INSTANCE);
    malformed(parts.info());
    parts.kdf = KDF;
    parts.wrap = new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes128_wrap);
    malformed(parts.info());
    parts.wrap = new AlgorithmIdentifier(KemRecipient.WRAP.getAlgorithm(), DERNull.INSTANCE);
    malformed(parts.info());
    parts.wrap = KemRecipient.WRAP;
    parts.kekLength = 16;
    malformed(parts.info());
    parts.kekLength = KemRecipient.KEK_LENGTH;
    parts.keyingMaterial = new DEROctetString(new byte[] {1});
    malformed(parts.info());
    parts.keyingMaterial = null;
    parts.kem = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_512);
    malformed(parts.info());
    parts.kem = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_1024);
    malformed(parts.info());
    parts.kem = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768, DERNull.INSTANCE);
    malformed(parts.info());
    parts.kem = new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768);
    parts.encapsulation = new DEROctetString(new byte[1087]);
    malformed(parts.info());
    parts.encapsulation = good.encapsulation();
    parts.wrapped = new DEROctetString(new byte[32]);
    malformed(parts.info());
    parts.wrapped = good.wrappedKey();
    parts.type = CMSObjectIdentifiers.id_ori;
    malformed(parts.info());
    parts.type = CMSObjectIdentifiers.id_ori_kem;
    parts.recipient =
        new RecipientIdentifier(new IssuerAndSerialNumber(new X500Name("CN=x"), BigInteger.ONE));
    malformed(parts.info());
  }

  /** The parts of a KEMRecipientInfo, to be changed one by one. */
  private final class Parts {
    private ASN1ObjectIdentifier type = CMSObjectIdentifiers.id_ori_kem;
    private RecipientIdentifier recipient = new RecipientIdentifier(good.keyIdentifier());
    private AlgorithmIdentifier kem =
        new AlgorithmIdentifier(NISTObjectIdentifiers.id_alg_ml_kem_768);
    private ASN1OctetString encapsulation = good.encapsulation();
    private AlgorithmIdentifier kdf = KDF;
    private int kekLength = KemRecipient.KEK_LENGTH;
    private @Nullable ASN1OctetString keyingMaterial;
    private AlgorithmIdentifier wrap = KemRecipient.WRAP;
    private ASN1OctetString wrapped = good.wrappedKey();

    RecipientInfo info() {
      KEMRecipientInfo info =
          new KEMRecipientInfo(
              recipient,
              kem,
              encapsulation,
              kdf,
              new ASN1Integer(kekLength),
              keyingMaterial,
              wrap,
              wrapped);
      return new RecipientInfo(new OtherRecipientInfo(type, info));
    }
  }

  private void malformed(RecipientInfo info) throws IOException {
    byte[] der = encoded(info);
    assertFault(PackageFault.ENVELOPE_MALFORMED, () -> Envelope.read("x", der));
  }

  private void refused(RecipientInfo info, RecipientKey key, PackageFault fault)
      throws IOException {
    byte[] der = encoded(info);
    assertFault(fault, () -> Envelope.read("x", der).open(key));
  }

  private byte[] encoded(RecipientInfo info) throws IOException {
    byte[] ciphertext = new byte[CONTENT.length];
    sealed.ciphertext().get(ciphertext);
    return new EnvelopeForm(
            info, sealed.facts().nonce(), sealed.facts().tag(), new DEROctetString(ciphertext))
        .encoded();
  }

  private static void assertFault(PackageFault fault, ThrowingCallable opening) {
    PackageException refusal = catchThrowableOfType(PackageException.class, opening);
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  private static boolean opens(byte[] der, RecipientKey key) {
    try {
      Envelope.read("x", der).open(key);
      return true;
    } catch (PackageException e) {
      return false;
    }
  }
}
