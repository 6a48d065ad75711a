package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.recipient.RecipientAlgorithm;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestPki;

/** Packages for ML-KEM by someone with the seal key at hand, and claims of being one. */
class MlKemForgeryTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final RecipientKey AGENCY = TestPki.recipient(TestPki.AGENCY_ML_KEM_768);
  private static final RecipientKey OTHER_AGENCY = TestPki.recipient(TestPki.AGENCY_ML_KEM_1024);
  private static final RecipientKey CLASSICAL = TestPki.recipient(TestPki.AGENCY_P384);
  private static final SamplePackage SAMPLE =
      HOTLINE.pack(TestPki.AGENCY_ML_KEM_768, new byte[] {1}, new byte[] {2});
  private static final SamplePackage CLASSICAL_SAMPLE =
      HOTLINE.pack(TestPki.AGENCY_P384, new byte[] {1});

  private final Forgery forgery = Forgery.of(SAMPLE.bytes());
  private final Refusals refused;

  MlKemForgeryTest(@TempDir Path folder) {
    refused = new Refusals(folder, HOTLINE.trust());
  }

  @Test
  void header_ofEveryPackage_saysWhetherItIsQuantumSafe() {
    assertThat(header(forgery))
        .contains("\"quantumSafe\":true", "\"algorithm\":\"ml-kem-768-hkdf-sha256-aes256wrap\"");
    assertThat(header(Forgery.of(CLASSICAL_SAMPLE.bytes()))).contains("\"quantumSafe\":false");
  }

  @Test
  void verify_headerThatClaimsMoreOrLessThanItsAlgorithm_isRefused() throws Exception {
    refused.verify(
        withHeader(CLASSICAL_SAMPLE, "\"quantumSafe\":false", "\"quantumSafe\":true"),
        PackageFault.HEADER_MALFORMED);
    refused.verify(
        withHeader(SAMPLE, "\"quantumSafe\":true", "\"quantumSafe\":false"),
        PackageFault.HEADER_MALFORMED);
    refused.verify(
        withHeader(SAMPLE, "ml-kem-768-hkdf", "ml-kem-512-hkdf"), PackageFault.HEADER_MALFORMED);
  }

  /** Everybody but the recipient believes it; the recipient knows its own certificate. */
  @Test
  void open_headerThatClaimsMlKemForAnEcdhCertificate_isRefused() throws Exception {
    PackageHeader good = CLASSICAL_SAMPLE.header();
    PackageHeader claim =
        new PackageHeader(
            good.routing(),
            good.referral(),
            good.sealDigest(),
            new HeaderRecipient(
                good.recipient().certificateSha256(),
                good.recipient().keyIdentifier(),
                RecipientAlgorithm.ML_KEM_768),
            good.exhibits());
    ReleaseRecord record =
        new ReleaseRecord(
            claim.packageId(),
            claim.digest(),
            claim.sealDigest(),
            CLASSICAL.certificate().sha256(),
            SampleHotline.release(),
            HOTLINE.authorise(claim));
    byte[] file =
        Forgery.of(CLASSICAL_SAMPLE.bytes())
            .set(PackageNames.HEADER, claim.toBytes())
            .set(
                PackageNames.RELEASE,
                HOTLINE
                    .envelopes()
                    .attached(
                        CLASSICAL.certificate(), HOTLINE.seals().signRecord(record.toBytes())))
            .sealedBy(HOTLINE);
    refused.open(file, CLASSICAL, PackageFault.HEADER_MISMATCH);
  }

  @Test
  void open_keyOfAnotherAgency_isRefused() throws Exception {
    refused.open(SAMPLE.bytes(), OTHER_AGENCY, PackageFault.ENVELOPE_OTHER_RECIPIENT);
    refused.open(SAMPLE.bytes(), CLASSICAL, PackageFault.ENVELOPE_OTHER_RECIPIENT);
    refused.open(CLASSICAL_SAMPLE.bytes(), AGENCY, PackageFault.ENVELOPE_OTHER_RECIPIENT);
  }

  @Test
  void open_anotherCertificateOfTheSameKey_isRefused() throws Exception {
    RecipientKey renewed = TestPki.recipient(TestPki.AGENCY_ML_KEM_768.renewed(TestPki.AGENCY_CA));
    refused.open(SAMPLE.bytes(), renewed, PackageFault.RELEASE_OTHER_RECIPIENT);
  }

  @Test
  void open_encryptedAgainToAnotherAgency_isRefused() throws Exception {
    for (String name : new String[] {PackageNames.CASE, PackageNames.RELEASE}) {
      byte[] content = Envelope.read(name, forgery.content(name)).open(AGENCY);
      forgery.set(name, HOTLINE.envelopes().attached(OTHER_AGENCY.certificate(), content));
    }
    refused.open(forgery.sealedBy(HOTLINE), OTHER_AGENCY, PackageFault.RELEASE_OTHER_RECIPIENT);
  }

  @Test
  void open_segmentsWithEachOthersEnvelopes_isRefused() throws Exception {
    refused.open(
        forgery
            .swapContents(PackageNames.envelope(1, 0), PackageNames.envelope(2, 0))
            .sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENVELOPE_UNDECRYPTABLE);
  }

  /** The package claims to be quantum-safe; one envelope in it is not. */
  @Test
  void open_oneEnvelopeByAnotherAlgorithm_isRefused() throws Exception {
    String name = PackageNames.envelope(1, 0);
    byte[] classical = Forgery.of(CLASSICAL_SAMPLE.bytes()).content(name);
    refused.open(
        forgery.set(name, classical).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENVELOPE_OTHER_RECIPIENT);
  }

  private static byte[] withHeader(SamplePackage sample, String old, String changed) {
    Forgery forgery = Forgery.of(sample.bytes());
    String header = header(forgery);
    assertThat(header).contains(old);
    return forgery
        .set(PackageNames.HEADER, header.replace(old, changed).getBytes(UTF_8))
        .sealedBy(HOTLINE);
  }

  private static String header(Forgery forgery) {
    return new String(forgery.content(PackageNames.HEADER), UTF_8);
  }
}
