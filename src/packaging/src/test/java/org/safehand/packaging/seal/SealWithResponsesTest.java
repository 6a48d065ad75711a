package org.safehand.packaging.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.ValidationMaterial.Responders;
import org.safehand.packaging.validity.OcspResponse;
import org.safehand.packaging.validity.TestRevocation;

/** Seals with OCSP responses inside, whole or one rule away from it. */
final class SealWithResponsesTest {
  private static final byte[] CONTENT = "a synthetic manifest".getBytes(UTF_8);

  private final Instant now = Instant.now();

  @Test
  void seal_withResponsesForAllOrSome_isAccepted() throws Exception {
    verify(TestRevocation.responders(TestRevocation.GOOD, TestPki.SEAL_CA));
    Responders all =
        TestRevocation.responders(
            TestRevocation.GOOD, TestPki.SEAL_CA, TestPki.TSA_CA, TestPki.ROOT);
    verify(all);

    // one for the sealer, one for the authority, one for the issuer of each
    assertThat(choices(seal(all))).isEqualTo(4);
  }

  @Test
  void sealCertificate_revokedBeforeTheStamp_isRefused_andAfterItAccepted() throws Exception {
    assertRefused(
        PackageFault.CERTIFICATE_REVOKED,
        TestRevocation.responders(TestRevocation.revoked(now.minusSeconds(1)), TestPki.SEAL_CA));
    verify(
        TestRevocation.responders(TestRevocation.revoked(now.plusSeconds(600)), TestPki.SEAL_CA));
  }

  @Test
  void stampCertificate_revokedBeforeTheStamp_isRefused() {
    assertRefused(
        PackageFault.CERTIFICATE_REVOKED,
        TestRevocation.responders(TestRevocation.revoked(now.minusSeconds(1)), TestPki.TSA_CA));
  }

  @Test
  void response_thatSaysUnknown_isRefused() {
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        TestRevocation.responders(TestRevocation.UNKNOWN, TestPki.SEAL_CA));
  }

  @Test
  void response_aboutTheNeighbour_isRefused() {
    X509Certificate neighbour = TestPki.OTHER_SEAL.certificate();
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        TestRevocation.responders(
            (issuer, asked) -> TestRevocation.of(issuer).response(neighbour, TestRevocation.GOOD),
            TestPki.SEAL_CA));
  }

  @Test
  void response_ofAResponderOfAnotherIssuer_isRefused() {
    TestAuthority twin = TestPki.ROOT.intermediate("Test Seal CA");
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        TestRevocation.responders(
            (issuer, asked) -> TestRevocation.of(twin).response(asked, TestRevocation.GOOD),
            TestPki.SEAL_CA));
  }

  @Test
  void response_thatEndedBeforeTheStamp_isRefused() {
    assertRefused(
        PackageFault.REVOCATION_UNKNOWN,
        TestRevocation.responders(
            (issuer, asked) ->
                TestRevocation.of(issuer)
                    .response(
                        asked,
                        TestRevocation.GOOD,
                        now.minus(Duration.ofHours(2)),
                        now.minus(Duration.ofHours(1)),
                        null),
            TestPki.SEAL_CA));
  }

  @Test
  void responderThatDoesNotAnswer_thereIsNoSeal() {
    Responders silent =
        new Responders() {
          @Override
          public boolean has(X509Certificate issuer) {
            return true;
          }

          @Override
          public Optional<OcspResponse> ask(X509Certificate certificate, X509Certificate issuer) {
            return Optional.empty();
          }
        };
    assertThatThrownBy(() -> seal(silent))
        .asInstanceOf(type(SealException.class))
        .extracting(SealException::fault)
        .isEqualTo(SealFault.VALIDATION_MATERIAL_MISSING);
  }

  @Tag("campaign")
  @Test
  void oneBitFlipped_isRefused() throws Exception {
    SampleHotline hotline =
        new SampleHotline(
            TestRevocation.responders(TestRevocation.GOOD, TestPki.SEAL_CA, TestPki.TSA_CA));
    byte[] seal = seal(hotline);
    SealVerifier verifier = new SealVerifier("seal", hotline.trust());
    List<Integer> passed = new ArrayList<>();
    for (int i = 0; i < seal.length; i += 3) {
      byte[] flipped = seal.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      if (passes(verifier, flipped)) {
        passed.add(i);
      }
    }
    assertThat(passed).isEmpty();
    assertThat(passes(verifier, seal)).isTrue();
  }

  private static boolean passes(SealVerifier verifier, byte[] seal) {
    try {
      verifier.verify(CONTENT, seal);
      return true;
    } catch (PackageException e) {
      return false;
    }
  }

  private static void assertRefused(PackageFault fault, Responders responders) {
    assertThatThrownBy(() -> verify(responders))
        .asInstanceOf(type(PackageException.class))
        .extracting(PackageException::fault)
        .isEqualTo(fault);
  }

  private static void verify(Responders responders) throws SealException, PackageException {
    SampleHotline hotline = new SampleHotline(responders);
    new SealVerifier("seal", hotline.trust()).verify(CONTENT, seal(hotline));
  }

  private static byte[] seal(Responders responders) throws SealException {
    return seal(new SampleHotline(responders));
  }

  private static byte[] seal(SampleHotline hotline) throws SealException {
    PendingSeal pending = hotline.seals().sign(CONTENT);
    return pending.complete(hotline.stamp(pending.signatureDigest()));
  }

  private static int choices(byte[] seal) {
    SignedData data = SignedData.getInstance(ContentInfo.getInstance(seal).getContent());
    int found = 0;
    for (ASN1Encodable choice : data.getCRLs()) {
      found += choice == null ? 0 : 1;
    }
    return found;
  }
}
