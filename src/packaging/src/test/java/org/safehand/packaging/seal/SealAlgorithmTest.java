package org.safehand.packaging.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.ForeignSeal;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** A seal is signed as the key of its certificate calls for, in every parameter, or is refused. */
class SealAlgorithmTest {
  private static final byte[] CONTENT = "synthetic manifest".getBytes(US_ASCII);
  private static final TestAuthority RSA = TestPki.SEAL_CA.rsaSigner("RSA Seal", 3072);
  private static final SealSigner RSA_SIGNER = TestPki.signer(RSA, TestPki.SEAL_CA);
  private static final SampleHotline HOTLINE = new SampleHotline(RSA_SIGNER);

  static final List<PSSParameterSpec> OTHER_PARAMETERS =
      List.of(
          pss("SHA-384", MGF1ParameterSpec.SHA384, 47),
          pss("SHA-384", MGF1ParameterSpec.SHA384, 0),
          pss("SHA-384", MGF1ParameterSpec.SHA384, 32),
          pss("SHA-384", MGF1ParameterSpec.SHA256, 48),
          pss("SHA-256", MGF1ParameterSpec.SHA384, 48),
          pss("SHA-512", MGF1ParameterSpec.SHA512, 48));

  @Test
  void verify_sealedWithRsa_isAccepted() throws Exception {
    assertThat(verify(HOTLINE.trust(RSA), seal(HOTLINE)).organisation())
        .isEqualTo(TestPki.ORGANISATION);
  }

  @Test
  void verify_madeByAnotherGeneratorWithTheSameParameters_isAccepted() throws Exception {
    byte[] seal = ForeignSeal.of(RSA, CONTENT, pss("SHA-384", MGF1ParameterSpec.SHA384, 48));

    assertThat(verify(HOTLINE.trust(RSA), seal).organisation()).isEqualTo(TestPki.ORGANISATION);
  }

  @Test
  void verify_madeByALibraryThatNamesTheAlgorithm_isAccepted() throws Exception {
    byte[] seal = ForeignSeal.of(RSA, CONTENT, "SHA384withRSAandMGF1");

    assertThat(verify(HOTLINE.trust(RSA), seal).organisation()).isEqualTo(TestPki.ORGANISATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA384withRSA",
        "SHA256withRSA",
        "SHA256withRSAandMGF1",
        "SHA512withRSAandMGF1",
        "SHA384withECDSA"
      })
  void verify_otherAlgorithmThanTheKeyCallsFor_isRefused(String algorithm) {
    boolean ec = algorithm.endsWith("ECDSA");
    TestAuthority sealer = ec ? TestPki.SEAL_CA.ecSigner("P-256 Seal", "secp256r1") : RSA;

    refused(sealer, ForeignSeal.of(sealer, CONTENT, algorithm), PackageFault.SEAL_MALFORMED);
  }

  @ParameterizedTest
  @FieldSource("OTHER_PARAMETERS")
  void verify_otherParameters_isRefused(PSSParameterSpec parameters) {
    refused(RSA, ForeignSeal.of(RSA, CONTENT, parameters), PackageFault.SEAL_MALFORMED);
  }

  @ParameterizedTest
  @FieldSource("OTHER_PARAMETERS")
  void verify_otherParametersThanItSays_isRefused(PSSParameterSpec parameters) throws Exception {
    refused(RSA, seal(lying("RSASSA-PSS", parameters)), PackageFault.SEAL_SIGNATURE_WRONG);
  }

  @Test
  void verify_olderPaddingThanItSays_isRefused() throws Exception {
    refused(RSA, seal(lying("SHA384withRSA", null)), PackageFault.SEAL_SIGNATURE_WRONG);
  }

  @ParameterizedTest
  @ValueSource(ints = {2048, 3071})
  void verify_trustedKeyThatIsTooShort_isRefused(int bits) {
    TestAuthority weak = TestPki.SEAL_CA.rsaSigner("Short Seal", bits);

    refused(
        weak, ForeignSeal.of(weak, CONTENT, "SHA384withRSAandMGF1"), PackageFault.SEAL_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp521r1"})
  void verify_trustedKeyOnAnotherCurve_isRefused(String curve) {
    TestAuthority other = TestPki.SEAL_CA.ecSigner("Other Curve Seal", curve);

    refused(other, ForeignSeal.of(other, CONTENT, "SHA384withECDSA"), PackageFault.SEAL_MALFORMED);
  }

  @Test
  void sign_certificateOfAKeyThatMayNotSeal_isRefused() {
    TestAuthority weak = TestPki.SEAL_CA.rsaSigner("Short Seal", 2048);
    SealSigner signer = signing(weak, message -> new byte[256]);

    SealException refusal =
        catchThrowableOfType(
            SealException.class, () -> new SampleHotline(signer).seals().sign(CONTENT));

    assertThat(refusal.fault()).isEqualTo(SealFault.SEAL_KEY_UNUSABLE);
  }

  @Test
  void verifyRecord_signedWithRsa_isAcceptedInOneFormAlone() throws Exception {
    VerifiedSeal sealer = verify(HOTLINE.trust(RSA), seal(HOTLINE));
    byte[] record = HOTLINE.seals().signRecord(CONTENT);
    SealVerifier verifier = new SealVerifier("record", HOTLINE.trust(RSA));

    assertThat(verifier.verifyRecord(record, sealer)).isEqualTo(CONTENT);
    byte[] lied = lying("SHA384withRSA", null).seals().signRecord(CONTENT);
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> verifier.verifyRecord(lied, sealer));
    assertThat(refusal.fault()).isEqualTo(PackageFault.SEAL_SIGNATURE_WRONG);
  }

  @Tag("campaign")
  @Test
  void verify_oneBitOfAnyByteFlipped_isRefused() throws Exception {
    Trust trust = HOTLINE.trust(RSA);
    byte[] good = seal(HOTLINE);
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= (byte) (1 << (i % 8));
      try {
        verify(trust, changed);
        passed.add(i);
      } catch (PackageException e) {
        assertThat(e.fault()).isNotNull();
      }
    }
    assertThat(passed).isEmpty();
    verify(trust, good);
  }

  private static byte[] seal(SampleHotline hotline) throws SealException {
    PendingSeal pending = hotline.seals().sign(CONTENT);
    return pending.complete(hotline.stamp(pending.signatureDigest()));
  }

  private static VerifiedSeal verify(Trust trust, byte[] seal) throws PackageException {
    return new SealVerifier("seal", trust).verify(CONTENT, seal);
  }

  private static void refused(TestAuthority sealer, byte[] seal, PackageFault fault) {
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> verify(HOTLINE.trust(sealer), seal));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  /** Says what our writer says, and signs otherwise. */
  private static SampleHotline lying(String algorithm, @Nullable PSSParameterSpec parameters) {
    return new SampleHotline(
        signing(
            RSA,
            message -> {
              Signature signature = Signature.getInstance(algorithm);
              if (parameters != null) {
                signature.setParameter(parameters);
              }
              signature.initSign(RSA.keys().getPrivate());
              signature.update(message);
              return signature.sign();
            }));
  }

  /** Makes a signature, right or wrong. */
  @FunctionalInterface
  private interface Signing {
    byte[] sign(byte[] message) throws GeneralSecurityException;
  }

  private static SealSigner signing(TestAuthority sealer, Signing signing) {
    return new SealSigner() {
      @Override
      public List<X509Certificate> path() {
        return List.of(sealer.certificate());
      }

      @Override
      public byte[] sign(byte[] message) throws SealException {
        try {
          return signing.sign(message);
        } catch (GeneralSecurityException e) {
          throw new SealException(SealFault.SEAL_KEY_UNUSABLE, "planted", e);
        }
      }
    };
  }

  private static PSSParameterSpec pss(String digest, MGF1ParameterSpec mgf, int salt) {
    return new PSSParameterSpec(digest, "MGF1", mgf, salt, 1);
  }
}
