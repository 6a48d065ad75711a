package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.event.EventType;
import org.safehand.custody.proof.EventProof;
import org.safehand.packaging.envelope.Envelope;
import org.safehand.packaging.envelope.EnvelopeWriter;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.recipient.RecipientKey;
import org.safehand.packaging.release.ReleaseFacts;
import org.safehand.packaging.release.ReleaseRecord;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestLog;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.seal.SealException;

/**
 * Packages whose outer seal is good, made by someone inside with the seal key at hand or out of
 * parts of others: only the recipient can see that something is wrong.
 */
class ContentForgeryTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final RecipientKey AGENCY = TestPki.recipient(TestPki.AGENCY_P256);
  private static final RecipientKey OTHER_AGENCY = TestPki.recipient(TestPki.AGENCY_P384);
  private static final SamplePackage SAMPLE =
      HOTLINE.pack(TestPki.AGENCY_P256, exhibit(1), exhibit(2));
  private static final byte[] PACKAGE = SAMPLE.bytes();
  private static final byte[] OTHER =
      HOTLINE.pack(TestPki.AGENCY_P256, exhibit(3), exhibit(4)).bytes();
  private static final String BIN = PackageNames.ciphertext(1, 0);
  private static final String CMS = PackageNames.envelope(1, 0);
  private static final String OTHER_CMS = PackageNames.envelope(2, 0);

  private final Forgery forgery = Forgery.of(PACKAGE);
  private final Refusals refused;

  ContentForgeryTest(@TempDir Path folder) {
    refused = new Refusals(folder, HOTLINE.trust());
  }

  @Test
  void open_keyOfAnotherAgency_isRefused() throws Exception {
    refused.open(PACKAGE, OTHER_AGENCY, PackageFault.ENVELOPE_OTHER_RECIPIENT);
    refused.open(
        PACKAGE, TestPki.recipient(TestPki.AGENCY_RSA), PackageFault.ENVELOPE_OTHER_RECIPIENT);
  }

  @Test
  void open_anotherCertificateOfTheSameKey_isRefused() throws Exception {
    RecipientKey renewed = TestPki.recipient(TestPki.AGENCY_P256.renewed(TestPki.AGENCY_CA));
    refused.open(PACKAGE, renewed, PackageFault.RELEASE_OTHER_RECIPIENT);
  }

  @Test
  void open_encryptedAgainToAnotherAgency_isRefused() throws Exception {
    for (String name : List.of(PackageNames.CASE, PackageNames.RELEASE)) {
      forgery.set(name, envelope(OTHER_AGENCY, decrypted(PACKAGE, name)));
    }
    refused.open(forgery.sealedBy(HOTLINE), OTHER_AGENCY, PackageFault.RELEASE_OTHER_RECIPIENT);
  }

  @Test
  void open_releaseRecordOfAnotherPackage_isRefused() throws Exception {
    refused.open(taking(PackageNames.RELEASE), AGENCY, PackageFault.RELEASE_MISMATCH);
  }

  @Test
  void open_caseFileOfAnotherPackage_isRefused() throws Exception {
    refused.open(taking(PackageNames.CASE), AGENCY, PackageFault.CASE_FILE_MISMATCH);
  }

  @Test
  void open_headerOtherThanReleased_isRefused() throws Exception {
    PackageHeader header = SAMPLE.header();
    PackageHeader changed =
        new PackageHeader(
            routing(header, "TLP:CLEAR"),
            header.referral(),
            header.sealDigest(),
            header.recipient(),
            header.exhibits());
    refused.open(
        forgery.set(PackageNames.HEADER, changed.toBytes()).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.RELEASE_MISMATCH);
  }

  @Test
  void open_headerReplayedUnderAnotherPackageId_isRefused() throws Exception {
    PackageHeader header = SAMPLE.header();
    PackageHeader changed =
        new PackageHeader(
            SampleHotline.routing(),
            header.referral(),
            header.sealDigest(),
            header.recipient(),
            header.exhibits());
    refused.open(
        forgery.set(PackageNames.HEADER, changed.toBytes()).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.RELEASE_MISMATCH);
  }

  @Test
  void open_releaseThatTheLogDoesNotProve_isRefused() throws Exception {
    EventProof elsewhere = new SampleHotline().authorise(SAMPLE.header());
    refused.open(released(elsewhere), AGENCY, PackageFault.CUSTODY_PROOF_WRONG);
  }

  @Test
  void open_releaseWithAnEventThatAuthorisesNothing_isRefused() throws Exception {
    var event = TestLog.header(EventType.READ);
    ReleaseFacts.of(SAMPLE.header()).forEach(event::fact);
    refused.open(released(HOTLINE.authorise(event)), AGENCY, PackageFault.RELEASE_MISMATCH);
  }

  @Test
  void open_releaseWithTheEventOfAnotherPackage_isRefused() throws Exception {
    PackageHeader other = HOTLINE.pack(TestPki.AGENCY_P256).header();
    refused.open(released(HOTLINE.authorise(other)), AGENCY, PackageFault.RELEASE_MISMATCH);
  }

  @Test
  void open_releaseSignedByAnotherKey_isRefused() throws Exception {
    SampleHotline insider =
        new SampleHotline(
            TestPki.OTHER_SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
    byte[] record =
        ReleaseRecord.of(
                SAMPLE.header(), SampleHotline.release(), HOTLINE.authorise(SAMPLE.header()))
            .toBytes();
    byte[] signed = insider.seals().signRecord(record);
    refused.open(
        forgery.set(PackageNames.RELEASE, envelope(AGENCY, signed)).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.SEALER_NOT_TRUSTED);
  }

  @Test
  void open_oneEntryOfTheCaseFileChangedAndSealedAgain_isRefused() throws Exception {
    Forgery caseFile =
        Forgery.of(decrypted(PACKAGE, PackageNames.CASE))
            .set("summary.txt", "Nothing to see.\n".getBytes(UTF_8));
    refused.open(withCase(caseFile.sealedBy(HOTLINE)), AGENCY, PackageFault.CASE_FILE_MALFORMED);
  }

  @Test
  void open_caseFileSealedByAnother_isRefused() throws Exception {
    SampleHotline insider =
        new SampleHotline(
            TestPki.OTHER_SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
    byte[] caseFile = Forgery.of(decrypted(PACKAGE, PackageNames.CASE)).sealedBy(insider);
    refused.open(withCase(caseFile), AGENCY, PackageFault.SEALER_NOT_TRUSTED);
  }

  @Test
  void open_segmentOfAnotherPackage_isRefused() throws Exception {
    refused.open(taking(BIN), AGENCY, PackageFault.EXHIBIT_MISMATCH);
  }

  @Test
  void open_segmentsWithEachOthersEnvelopes_isRefused() throws Exception {
    refused.open(
        forgery.swapContents(CMS, OTHER_CMS).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENVELOPE_UNDECRYPTABLE);
  }

  @Test
  void open_laterExhibitDamaged_leavesNothingOfTheFirst() throws Exception {
    refused.open(
        Forgery.of(PACKAGE).set(OTHER_CMS, Forgery.of(OTHER).content(OTHER_CMS)).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENVELOPE_UNDECRYPTABLE);
  }

  /** GCM commits to no key: the same ciphertext decrypts under another, with a right tag. */
  @Test
  void open_segmentUnderAKeyThatGivesOtherPlaintext_isRefused() throws Exception {
    byte[] ciphertext = forgery.content(BIN);
    SealedUnderOtherKey other = SealedUnderOtherKey.of(ciphertext);
    byte[] envelope =
        new EnvelopeWriter(new SecureRandom())
            .detached(AGENCY.certificate(), other.key(), other.facts());
    refused.open(
        forgery.set(CMS, envelope).sealedBy(HOTLINE), AGENCY, PackageFault.EXHIBIT_MISMATCH);
  }

  @Test
  void open_envelopeIsSomethingElse_isRefused() throws Exception {
    refused.open(
        forgery.set(PackageNames.CASE, new byte[] {0x30, 0}).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENVELOPE_MALFORMED);
  }

  @Test
  void open_releaseRecordTooLarge_isRefused() throws Exception {
    refused.open(
        forgery.set(PackageNames.RELEASE, new byte[1024 * 1024 + 1]).sealedBy(HOTLINE),
        AGENCY,
        PackageFault.ENTRY_TOO_LARGE);
  }

  @Test
  void verify_headerNotCanonical_isRefused() throws Exception {
    String header = new String(forgery.content(PackageNames.HEADER), UTF_8);
    refused.verify(
        forgery
            .set(PackageNames.HEADER, header.replace(":1,", ": 1,").getBytes(UTF_8))
            .sealedBy(HOTLINE),
        PackageFault.HEADER_MALFORMED);
  }

  @Test
  void verify_headerOfAnotherVersion_isRefused() throws Exception {
    String header = new String(forgery.content(PackageNames.HEADER), UTF_8);
    refused.verify(
        forgery
            .set(
                PackageNames.HEADER,
                header.replace("\"version\":1", "\"version\":2").getBytes(UTF_8))
            .sealedBy(HOTLINE),
        PackageFault.HEADER_MALFORMED);
  }

  @Test
  void verify_headerThatCallsForOtherEntries_isRefused() throws Exception {
    refused.verify(forgery.remove(OTHER_CMS).sealedBy(HOTLINE), PackageFault.HEADER_MISMATCH);
  }

  @Test
  void verify_segmentOfAnotherLengthThanTheHeaderSays_isRefused() throws Exception {
    refused.verify(
        forgery.set(BIN, new byte[] {1, 2}).sealedBy(HOTLINE), PackageFault.HEADER_MISMATCH);
  }

  /** Long enough that no other ciphertext or plaintext is the same by chance. */
  private static byte[] exhibit(int content) {
    byte[] exhibit = new byte[16];
    Arrays.fill(exhibit, (byte) content);
    return exhibit;
  }

  private byte[] taking(String name) {
    return forgery.set(name, Forgery.of(OTHER).content(name)).sealedBy(HOTLINE);
  }

  private byte[] withCase(byte[] caseFile) {
    return forgery.set(PackageNames.CASE, envelope(AGENCY, caseFile)).sealedBy(HOTLINE);
  }

  private byte[] released(EventProof authorisation) throws SealException {
    ReleaseRecord record =
        ReleaseRecord.of(SAMPLE.header(), SampleHotline.release(), authorisation);
    byte[] signed = HOTLINE.seals().signRecord(record.toBytes());
    return forgery.set(PackageNames.RELEASE, envelope(AGENCY, signed)).sealedBy(HOTLINE);
  }

  private static Routing routing(PackageHeader header, String handling) {
    Routing routing = header.routing();
    return new Routing(
        routing.packageId(),
        routing.sender(),
        routing.created(),
        routing.sequence(),
        routing.supersedes(),
        handling);
  }

  private static byte[] envelope(RecipientKey recipient, byte[] content) {
    return HOTLINE.envelopes().attached(recipient.certificate(), content);
  }

  private static byte[] decrypted(byte[] file, String name) throws PackageException {
    return Envelope.read(name, Forgery.of(file).content(name)).open(AGENCY);
  }
}
