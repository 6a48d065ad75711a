package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.vectors.seal.SealEdits;

/** Seals of others, of other packages, without what they need, or over something else. */
class SealForgeryTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final byte[] PACKAGE = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}).bytes();
  private static final byte[] OTHER = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {2}).bytes();

  private final Forgery forgery = Forgery.of(PACKAGE);
  private final Path folder;
  private final Refusals refused;

  SealForgeryTest(@TempDir Path folder) {
    this.folder = folder;
    this.refused = new Refusals(folder, HOTLINE.trust());
  }

  @Test
  void verify_sealedByAnotherKeyOfTheSameIssuer_isRefused() throws IOException {
    refused.verify(
        forgery.sealedBy(sealer(TestPki.OTHER_SEAL, TestPki.SEAL_CA)),
        PackageFault.SEALER_NOT_TRUSTED);
  }

  @Test
  void verify_sealedByAnAgencyUnderTheSameRoot_isRefused() throws IOException {
    TestAuthority agency = TestPki.AGENCY_CA.signer("North Receipts");
    refused.verify(
        forgery.sealedBy(sealer(agency, TestPki.AGENCY_CA)), PackageFault.SEALER_NOT_TRUSTED);
  }

  @Test
  void verify_sealerTrustedForAnotherTime_isRefused() throws IOException {
    Trust trust = HOTLINE.trust();
    SealerTrust now = trust.sealers().get(0);
    SealerTrust before =
        new SealerTrust(
            now.organisation(),
            now.spkiSha256(),
            now.notBefore().minusSeconds(60),
            now.notBefore());
    new Refusals(
            folder,
            new Trust(
                trust.log(),
                List.of(before),
                trust.sealCa(),
                trust.tsaCa(),
                trust.timeStampAuthorities()))
        .verify(PACKAGE, PackageFault.SEALER_NOT_TRUSTED);
  }

  @Test
  void verify_sealCertificateWithoutAPathInTheTrust_isRefused() throws IOException {
    Trust trust = HOTLINE.trust();
    new Refusals(
            folder,
            new Trust(
                trust.log(),
                trust.sealers(),
                trust.tsaCa(),
                trust.tsaCa(),
                trust.timeStampAuthorities()))
        .verify(PACKAGE, PackageFault.CERTIFICATE_PATH_BROKEN);
  }

  @Test
  void verify_sealCertificateRevoked_isRefused() throws IOException {
    X509CRL list = TestPki.SEAL_CA.revocations(TestPki.SEAL);
    SampleHotline revoked = new SampleHotline(TestPki.SEAL, TestPki.SEAL_CA, TestPki.TSA, list);
    refused.verify(forgery.sealedBy(revoked), PackageFault.CERTIFICATE_REVOKED);
  }

  @Test
  void verify_sealOfAnotherPackage_isRefused() throws IOException {
    refused.verify(
        forgery.set(AsicNames.SEAL, seal(OTHER)).bytes(), PackageFault.SEAL_OVER_OTHER_CONTENT);
  }

  @Test
  void verify_timeStampStripped_isRefused() throws Exception {
    refused.verify(
        forgery.set(AsicNames.SEAL, SealEdits.withoutToken(seal(PACKAGE))).bytes(),
        PackageFault.SEAL_MALFORMED);
  }

  @Test
  void verify_timeStampOfAnotherSeal_isRefused() throws Exception {
    refused.verify(
        forgery
            .set(AsicNames.SEAL, SealEdits.withTokens(seal(PACKAGE), SealEdits.token(seal(OTHER))))
            .bytes(),
        PackageFault.SEAL_TIME_STAMP_REFUSED);
  }

  @Test
  void verify_timeStampTakenOutAndPutBack_isAccepted() throws Exception {
    byte[] seal = seal(PACKAGE);
    assertThat(SealEdits.withTokens(seal, SealEdits.token(seal))).isEqualTo(seal);
  }

  @Test
  void verify_timeStampOfAnAuthorityThatIsNotPinned_isRefused() throws IOException {
    SampleHotline elsewhere =
        new SampleHotline(
            TestPki.SEAL, TestPki.SEAL_CA, TestPki.OTHER_TSA, TestPki.SEAL_CA.revocations());
    refused.verify(forgery.sealedBy(elsewhere), PackageFault.SEAL_TIME_STAMP_REFUSED);
  }

  @Test
  void verify_revocationListsStripped_isRefused() throws Exception {
    CMSSignedData seal = new CMSSignedData(seal(PACKAGE));
    CMSSignedData bare =
        CMSSignedData.replaceCertificatesAndCRLs(seal, seal.getCertificates(), null, null);
    refused.verify(
        forgery.set(AsicNames.SEAL, bare.toASN1Structure().getEncoded("DER")).bytes(),
        PackageFault.REVOCATION_UNKNOWN);
  }

  @Test
  void verify_attributeAddedBesideTheTimeStamp_isRefused() throws Exception {
    Attribute extra =
        new Attribute(
            PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERSet(new DERUTF8String("extra")));
    refused.verify(
        forgery.set(AsicNames.SEAL, SealEdits.withAttribute(seal(PACKAGE), extra)).bytes(),
        PackageFault.SEAL_NOT_CANONICAL);
  }

  @Test
  void verify_signatureChanged_isRefused() throws Exception {
    byte[] good = SealEdits.signature(seal(PACKAGE));
    byte[] changed = seal(PACKAGE);
    int at = new String(changed, ISO_8859_1).indexOf(new String(good, ISO_8859_1));
    changed[at + good.length - 1] ^= 1;
    refused.verify(forgery.set(AsicNames.SEAL, changed).bytes(), PackageFault.SEAL_SIGNATURE_WRONG);
  }

  @Test
  void verify_sealIsNoCms_isRefused() throws IOException {
    refused.verify(
        forgery.set(AsicNames.SEAL, new byte[] {0x30, 0}).bytes(), PackageFault.SEAL_MALFORMED);
  }

  private static SampleHotline sealer(TestAuthority sealer, TestAuthority issuer) {
    return new SampleHotline(sealer, issuer, TestPki.TSA, TestPki.SEAL_CA.revocations());
  }

  private static byte[] seal(byte[] file) {
    return Forgery.of(file).content(AsicNames.SEAL);
  }
}
