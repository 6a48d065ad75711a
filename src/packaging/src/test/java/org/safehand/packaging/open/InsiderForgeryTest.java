package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.trust.SealerTrust;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.HeaderRecipient;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestPki;

/** Packages by someone who can seal, release and write to the log, but contradicts himself. */
class InsiderForgeryTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final RecipientKey AGENCY = TestPki.recipient(TestPki.AGENCY_P256);
  private static final RecipientKey OTHER_AGENCY = TestPki.recipient(TestPki.AGENCY_P384);
  private static final SamplePackage SAMPLE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}, new byte[] {2});
  private static final PackageHeader HEADER = SAMPLE.header();

  private final Forgery forgery = Forgery.of(SAMPLE.bytes());
  private final Path folder;
  private final Refusals refused;

  InsiderForgeryTest(@TempDir Path folder) {
    this.folder = folder;
    this.refused = new Refusals(folder, HOTLINE.trust());
  }

  @Test
  void open_headerNamesAnotherRecipientThanTheRelease_isRefused() throws Exception {
    PackageHeader other =
        new PackageHeader(
            HEADER.routing(),
            HEADER.referral(),
            HEADER.sealDigest(),
            HeaderRecipient.of(OTHER_AGENCY.certificate()),
            HEADER.exhibits());
    refused.open(released(other), AGENCY, PackageFault.HEADER_MISMATCH);
  }

  @Test
  void open_headerNamesAnotherReferralThanTheCaseFile_isRefused() throws Exception {
    PackageHeader other =
        new PackageHeader(
            HEADER.routing(),
            UUID.randomUUID().toString(),
            HEADER.sealDigest(),
            HEADER.recipient(),
            HEADER.exhibits());
    refused.open(released(other), AGENCY, PackageFault.HEADER_MISMATCH);
  }

  @Test
  void open_exhibitLeftOut_isRefused() throws Exception {
    PackageHeader other =
        new PackageHeader(
            HEADER.routing(),
            HEADER.referral(),
            HEADER.sealDigest(),
            HEADER.recipient(),
            HEADER.exhibits().subList(0, 1));
    forgery.remove(PackageNames.ciphertext(2, 0)).remove(PackageNames.envelope(2, 0));
    refused.open(released(other), AGENCY, PackageFault.HEADER_MISMATCH);
  }

  @Test
  void open_headerNamesAnotherSealDigest_isRefused() throws Exception {
    PackageHeader other =
        new PackageHeader(
            HEADER.routing(),
            HEADER.referral(),
            Digest.of(new byte[] {1}),
            HEADER.recipient(),
            HEADER.exhibits());
    refused.open(released(other), AGENCY, PackageFault.CASE_FILE_MISMATCH);
  }

  @Test
  void open_caseFileOfAnotherTrustedOrganisation_isRefused() throws Exception {
    SampleHotline colleague =
        new SampleHotline(
            TestPki.OTHER_SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
    byte[] caseFile = Forgery.of(decrypted(PackageNames.CASE)).sealedBy(colleague);
    forgery.set(PackageNames.CASE, envelope(caseFile));
    new Refusals(folder, trustingBoth())
        .open(forgery.sealedBy(HOTLINE), AGENCY, PackageFault.CASE_FILE_MISMATCH);
  }

  @Test
  void open_releaseRecordThatIsNone_isRefused() throws Exception {
    byte[] signed = HOTLINE.seals().signRecord("{}".getBytes(US_ASCII));
    refused.open(
        forgery.set(PackageNames.RELEASE, envelope(signed)).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.RELEASE_MALFORMED);
  }

  /** The package under {@code header}, released and logged to {@link #AGENCY}, sealed. */
  private byte[] released(PackageHeader header) throws Exception {
    ReleaseRecord record =
        new ReleaseRecord(
            header.packageId(),
            header.digest(),
            header.sealDigest(),
            AGENCY.certificate().sha256(),
            SampleHotline.release(),
            HOTLINE.authorise(header));
    byte[] signed = HOTLINE.seals().signRecord(record.toBytes());
    return forgery
        .set(PackageNames.HEADER, header.toBytes())
        .set(PackageNames.RELEASE, envelope(signed))
        .sealedBy(HOTLINE);
  }

  private static Trust trustingBoth() {
    Trust trust = HOTLINE.trust();
    SealerTrust first = trust.sealers().get(0);
    List<SealerTrust> both = new ArrayList<>(trust.sealers());
    both.add(
        new SealerTrust(
            "colleague.example",
            Digest.of(TestPki.OTHER_SEAL.certificate().getPublicKey().getEncoded()),
            first.notBefore(),
            first.notAfter()));
    return new Trust(
        trust.log(), both, trust.sealCa(), trust.tsaCa(), trust.timeStampAuthorities());
  }

  private static byte[] envelope(byte[] content) {
    return HOTLINE.envelopes().attached(AGENCY.certificate(), content);
  }

  private byte[] decrypted(String name) throws PackageException {
    return Envelope.read(name, forgery.content(name)).open(AGENCY);
  }
}
