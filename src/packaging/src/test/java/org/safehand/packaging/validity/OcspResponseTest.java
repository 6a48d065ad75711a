package org.safehand.packaging.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** What an OCSP response may say and who may say it. */
final class OcspResponseTest {
  private static final TestAuthority ISSUER = TestPki.AGENCY_CA;
  private static final X509Certificate SUBJECT = TestPki.AGENCY_P256.certificate();
  private static final TestRevocation RESPONDER = TestRevocation.of(ISSUER);
  private static final byte[] NONCE = new byte[OcspQuery.NONCE_BYTES];
  private final Instant now = Instant.now();

  private final OcspQuery query = new OcspQuery(SUBJECT, ISSUER.certificate(), NONCE);

  @Test
  void request_namesTheCertificateAndTheNonce() throws Exception {
    OCSPReq request = new OCSPReq(query.encoded());

    assertThat(request.getRequestList()).hasSize(1);
    assertThat(request.getRequestList()[0].getCertID().getSerialNumber())
        .isEqualTo(SUBJECT.getSerialNumber());
    assertThat(request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce).getParsedValue())
        .isEqualTo(new DEROctetString(NONCE));
  }

  @Test
  void response_good_isGood() throws Exception {
    assertThat(status(RESPONDER.answer(query.encoded(), SUBJECT, TestRevocation.GOOD)))
        .isEqualTo(RevocationStatus.GOOD);
    assertThat(status(RESPONDER.response(SUBJECT, TestRevocation.GOOD)))
        .isEqualTo(RevocationStatus.GOOD);
  }

  @Test
  void response_revoked_isRevokedFromThen() throws Exception {
    assertThat(status(RESPONDER.response(SUBJECT, TestRevocation.revoked(now.minusSeconds(1)))))
        .isEqualTo(RevocationStatus.REVOKED);
    assertThat(status(RESPONDER.response(SUBJECT, TestRevocation.revoked(now.plusSeconds(2)))))
        .isEqualTo(RevocationStatus.GOOD);
  }

  @Test
  void response_unknown_isUnknown() throws Exception {
    assertThat(status(RESPONDER.response(SUBJECT, TestRevocation.UNKNOWN)))
        .isEqualTo(RevocationStatus.UNKNOWN);
  }

  @Test
  void response_ofAnotherTime_isUnknown() throws Exception {
    Duration skew = RevocationProofs.SKEW;
    Instant old = now.minus(Duration.ofHours(9));
    Instant soon = now.plus(Duration.ofHours(9));

    assertThat(status(response(old, now.minus(skew).plusSeconds(1))))
        .isEqualTo(RevocationStatus.GOOD);
    assertThat(status(response(old, now.minus(skew).minusSeconds(1))))
        .isEqualTo(RevocationStatus.UNKNOWN);
    assertThat(status(response(now.plus(skew).minusSeconds(1), soon)))
        .isEqualTo(RevocationStatus.GOOD);
    assertThat(status(response(now.plus(skew).plusSeconds(1), soon)))
        .isEqualTo(RevocationStatus.UNKNOWN);
  }

  @Test
  void response_withoutAnEnd_isRefused() {
    assertRefused(RESPONDER.response(SUBJECT, TestRevocation.GOOD, now, null, null));
  }

  @Test
  void response_toAnotherRequest_isRefused() throws Exception {
    byte[] other = NONCE.clone();
    other[0] ^= 1;
    Extension nonce =
        new Extension(
            OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
            false,
            new DEROctetString(other).getEncoded());
    assertRefused(
        RESPONDER.response(
            SUBJECT, TestRevocation.GOOD, now, now.plus(Duration.ofHours(1)), nonce));
  }

  @Test
  void response_aboutAnotherCertificate_isRefused() {
    assertRefused(RESPONDER.response(TestPki.AGENCY_P384.certificate(), TestRevocation.GOOD));
  }

  @Test
  void response_byAResponderOfAnotherIssuer_isRefused() {
    // issuer and serial number are asked for; the signature is of the neighbour's responder
    TestAuthority twin = TestPki.ROOT.intermediate("Test Agency CA");
    assertRefused(TestRevocation.of(twin).response(SUBJECT, TestRevocation.GOOD));
  }

  @Test
  void response_byACertificateForSomethingElse_isRefused() {
    assertRefused(
        TestRevocation.of(ISSUER, KeyPurposeId.id_kp_clientAuth, true)
            .response(SUBJECT, TestRevocation.GOOD));
  }

  @Test
  void response_byAResponderThatIsNotExempted_isRefused() {
    assertRefused(
        TestRevocation.of(ISSUER, KeyPurposeId.id_kp_OCSPSigning, false)
            .response(SUBJECT, TestRevocation.GOOD));
  }

  @Test
  void responder_thatGivesNoAnswer_isRefused() throws Exception {
    assertRefused(new OCSPRespBuilder().build(OCSPRespBuilder.TRY_LATER, null).getEncoded());
  }

  @Tag("campaign")
  @Test
  void response_withABitFlipped_isNeverTaken() {
    // signatures differ, and with them which spare bits a careless reader would pass over
    for (int round = 0; round < 4; round++) {
      byte[] good = RESPONDER.answer(query.encoded(), SUBJECT, TestRevocation.GOOD);
      byte[] byAnother =
          TestRevocation.of(ISSUER).answer(query.encoded(), SUBJECT, TestRevocation.GOOD);
      assertNoFlipTaken(good);
      assertNoFlipTaken(byAnother);
      assertRefused(Arrays.copyOf(good, good.length - 1));
      assertRefused(Arrays.copyOf(good, good.length + 1));
    }
  }

  private void assertNoFlipTaken(byte[] good) {
    for (int i = 0; i < good.length; i++) {
      byte[] flipped = good.clone();
      flipped[i] ^= 1;
      Throwable refusal = catchThrowable(() -> query.answer(flipped));
      assertThat(refusal).as("byte %d", i).isInstanceOf(CertificateException.class);
    }
  }

  private byte[] response(Instant from, Instant to) {
    return RESPONDER.response(SUBJECT, TestRevocation.GOOD, from, to, null);
  }

  private RevocationStatus status(byte[] der) throws GeneralSecurityException {
    return new RevocationProofs(List.of(), List.of(query.answer(der)))
        .status(SUBJECT, ISSUER.certificate(), now);
  }

  private void assertRefused(byte[] der) {
    assertThatThrownBy(() -> query.answer(der)).isInstanceOf(CertificateException.class);
  }
}
