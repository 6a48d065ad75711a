package org.safehand.agency.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.agency.inbox.Announcement;
import org.safehand.agency.inbox.DeliveryCode;
import org.safehand.agency.inbox.DeliveryRefusal;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.casefile.SealedCaseFile;
import org.safehand.packaging.header.Routing;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.packaging.pack.PackageAssembler;
import org.safehand.packaging.pack.PendingPackage;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.SampleVault;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

/** Real packages of a sample hotline. */
final class VerifiedAcceptanceTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final SamplePackage PACKAGE = HOTLINE.pack(TestPki.AGENCY_RSA, new byte[] {1});

  private final Path folder;
  private final Path trust;

  VerifiedAcceptanceTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.trust = Files.createDirectory(folder.resolve("trust"));
    new TrustFolderWriter(trust).write(HOTLINE.trust());
  }

  @Test
  void accept_goodPackage_givesTheCheckpointThatProvesItsRelease() throws Exception {
    String checkpoint =
        acceptance(TestPki.AGENCY_RSA).accept(file(PACKAGE.bytes()), announced()).checkpoint();

    SignedNote note = SignedNote.parse(checkpoint.getBytes(UTF_8));
    assertThat(HOTLINE.trust().log().verify(note).size()).isEqualTo(2);
  }

  @Test
  void accept_packageForAnotherAgency_isNotForUs() throws Exception {
    refused(TestPki.AGENCY_P256, PACKAGE.bytes(), announced(), DeliveryCode.DELIVERY_NOT_FOR_US);
  }

  @Test
  void accept_packageForAnOlderCertificateOfTheSameKey_isNotForUs() throws Exception {
    TestAuthority renewed = TestPki.AGENCY_RSA.renewed(TestPki.AGENCY_CA);
    refused(renewed, PACKAGE.bytes(), announced(), DeliveryCode.DELIVERY_NOT_FOR_US);
  }

  @Test
  void accept_packageThatSupersedesOneForALostKey_isAcceptedByTheNewKeyAlone() throws Exception {
    SampleVault vault = new SampleVault();
    vault.take(new byte[] {2});
    SealedCaseFile caseFile = HOTLINE.caseFile(vault.records());
    Routing first = SampleHotline.routing();
    SamplePackage before = packed(caseFile, vault, first, TestPki.AGENCY_RSA);
    SamplePackage after = packed(caseFile, vault, superseding(first), TestPki.AGENCY_P256);

    assertThat(after.header().sealDigest()).isEqualTo(before.header().sealDigest());
    acceptance(TestPki.AGENCY_P256).accept(file(after.bytes()), announced(after));
    refused(TestPki.AGENCY_RSA, after.bytes(), announced(after), DeliveryCode.DELIVERY_NOT_FOR_US);
    refused(
        TestPki.AGENCY_P256, before.bytes(), announced(before), DeliveryCode.DELIVERY_NOT_FOR_US);
  }

  private static Routing superseding(Routing first) {
    return new Routing(
        UUID.randomUUID(),
        first.sender(),
        first.created(),
        2,
        Optional.of(first.packageId()),
        first.handling());
  }

  private static SamplePackage packed(
      SealedCaseFile caseFile, SampleVault vault, Routing routing, TestAuthority agency)
      throws Exception {
    PackageAssembler packages = new PackageAssembler(HOTLINE.seals(), HOTLINE.envelopes());
    AuthorisedPackage authorised =
        packages.authorise(
            routing, caseFile, TestPki.recipient(agency).certificate(), vault.stored());
    PendingPackage pending =
        packages.seal(authorised, SampleHotline.release(), HOTLINE.authorise(authorised.header()));
    return new SamplePackage(
        authorised.header(),
        pending.complete(HOTLINE.stamp(pending.signatureDigest())),
        vault,
        List.of(new byte[] {2}));
  }

  @Test
  void accept_oneBitChanged_isNotAccepted() throws Exception {
    byte[] changed = PACKAGE.bytes();
    changed[changed.length / 2] ^= 1;
    refused(TestPki.AGENCY_RSA, changed, announced(), DeliveryCode.DELIVERY_NOT_ACCEPTED);
  }

  @Test
  void accept_packageOfAHotlineThatIsNotTrusted_isNotAccepted() throws Exception {
    SampleHotline stranger =
        new SampleHotline(
            TestPki.OTHER_SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
    SamplePackage strange = stranger.pack(TestPki.AGENCY_RSA, new byte[] {1});
    refused(
        TestPki.AGENCY_RSA,
        strange.bytes(),
        announced(strange),
        DeliveryCode.DELIVERY_NOT_ACCEPTED);
  }

  @Test
  void accept_otherDigestsOrIdThanAnnounced_isRefused() throws Exception {
    String id = PACKAGE.header().packageId().toString();
    Digest seal = PACKAGE.header().sealDigest();
    Digest digest = PACKAGE.recipe().packageDigest();
    mismatched(new Announcement(id, digest, digest, 1, digest));
    mismatched(new Announcement(id, seal, seal, 1, digest));
    mismatched(new Announcement(UUID.randomUUID().toString(), seal, digest, 1, digest));
  }

  @Test
  void accept_withoutATrustFolder_saysNothingAboutThePackage() throws Exception {
    VerifiedAcceptance acceptance =
        new VerifiedAcceptance(TestPki.recipient(TestPki.AGENCY_RSA), folder.resolve("nowhere"));
    Path file = file(PACKAGE.bytes());

    assertThatThrownBy(() -> acceptance.accept(file, announced())).isInstanceOf(IOException.class);
  }

  private void mismatched(Announcement announced) throws IOException {
    refused(
        TestPki.AGENCY_RSA, PACKAGE.bytes(), announced, DeliveryCode.DELIVERY_MANIFEST_MISMATCH);
  }

  private void refused(
      TestAuthority agency, byte[] bytes, Announcement announced, DeliveryCode code)
      throws IOException {
    Path file = file(bytes);
    DeliveryRefusal refusal =
        catchThrowableOfType(
            DeliveryRefusal.class, () -> acceptance(agency).accept(file, announced));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
  }

  private VerifiedAcceptance acceptance(TestAuthority agency) {
    return new VerifiedAcceptance(TestPki.recipient(agency), trust);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("package.asice"), bytes);
  }

  private static Announcement announced() {
    return announced(PACKAGE);
  }

  private static Announcement announced(SamplePackage sample) {
    return new Announcement(
        sample.header().packageId().toString(),
        sample.header().sealDigest(),
        sample.recipe().packageDigest(),
        sample.recipe().length(),
        Digest.of(sample.bytes()));
  }
}
