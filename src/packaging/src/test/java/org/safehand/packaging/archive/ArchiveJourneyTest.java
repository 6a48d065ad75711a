package org.safehand.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.evidence.VerifiedRecord;
import org.safehand.packaging.evidence.VerifiedStamp;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.open.OpenedPackage;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.open.VerifiedPackage;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;

/**
 * A package of 2010 over the years: archived, renewed, its authorities gone one after the other.
 */
class ArchiveJourneyTest {
  private static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  private static final Trust TRUST = AgedPki.trust(HOTLINE);
  private static final byte[] PACKAGE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3}, new byte[0], new byte[0]).bytes();

  private final Path folder;
  private final Archivist archivist;

  ArchiveJourneyTest(@TempDir Path folder) {
    this.folder = folder;
    this.archivist = new Archivist(folder, TRUST);
  }

  private VerifiedPackage verify(byte[] file, Trust trust) throws IOException, PackageException {
    return PackageVerifier.verify(Files.write(folder.resolve("package.asice"), file), trust);
  }

  private void assertRefused(byte[] file, Trust trust, PackageFault fault) {
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> verify(file, trust));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  @Test
  void neverArchived_allItsCertificatesExpired_stillVerifies() throws Exception {
    assertThat(verify(PACKAGE, TRUST).archived()).isEmpty();
  }

  @Test
  void sealedAfterItsCertificateExpired_isRefused() {
    SampleHotline late = AgedPki.hotline(AgedPki.at(2011, 6));
    byte[] file = late.pack(TestPki.AGENCY_P256, new byte[] {1}).bytes();

    assertRefused(file, AgedPki.trust(late), PackageFault.CERTIFICATE_EXPIRED);
  }

  @Test
  void archived_keepsItsBytesAndDigestAndSaysSinceWhen() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);

    VerifiedPackage verified = verify(archived, TRUST);
    VerifiedStamp stamp = verified.archived().orElseThrow().stamps().get(0);
    assertThat(stamp.time()).isEqualTo(AgedPki.ARCHIVED);
    assertThat(stamp.algorithm()).isEqualTo(HashAlgorithm.SHA_256);
    assertThat(stamp.authority()).isEqualTo(AgedPki.TSA_2012.certificate());
    assertThat(verified.packageDigest()).isEqualTo(verify(PACKAGE, TRUST).packageDigest());
    int directory = endOfSeal(PACKAGE);
    assertThat(Arrays.copyOf(archived, directory)).isEqualTo(Arrays.copyOf(PACKAGE, directory));
  }

  /** The central directory starts where the end record says (APPNOTE 4.3.16). */
  private static int endOfSeal(byte[] file) {
    int at = file.length - 6;
    return (file[at] & 0xff) | (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff) << 16;
  }

  @Test
  void archivedTogether_eachVerifiesByItselfUnderOneTimeStamp() throws Exception {
    List<byte[]> files =
        List.of(
            PACKAGE,
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_P384, new byte[] {5}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_RSA, new byte[] {6}).bytes(),
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {7}).bytes());

    for (byte[] archived : archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, files)) {
      assertThat(verify(archived, TRUST).archived().orElseThrow().since())
          .isEqualTo(AgedPki.ARCHIVED);
    }
  }

  @Test
  void renewedByAnotherAuthorityAndThenUnderAnotherHash_verifiesAndOpens() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    byte[] renewed = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived);
    byte[] rehashed =
        archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed);
    byte[] again = archivist.renew(AgedPki.TSA_2019, AgedPki.at(2024, 1), rehashed);

    VerifiedRecord found = verify(again, TRUST).archived().orElseThrow();
    assertThat(found.renewals()).isEqualTo(3);
    assertThat(found.stamps().stream().map(VerifiedStamp::time))
        .containsExactly(AgedPki.ARCHIVED, AgedPki.RENEWED, AgedPki.REHASHED, AgedPki.at(2024, 1));
    assertThat(found.stamps().stream().map(VerifiedStamp::algorithm))
        .containsExactly(
            HashAlgorithm.SHA_256,
            HashAlgorithm.SHA_256,
            HashAlgorithm.SHA_512,
            HashAlgorithm.SHA_512);
    OpenedPackage opened =
        new PackageOpener(TestPki.recipient(TestPki.AGENCY_P256), TRUST)
            .open(folder.resolve("package.asice"), folder.resolve("opened"));
    assertThat(opened.verified().archived()).contains(found);
    assertThat(folder.resolve("opened/0001.bin")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void renewedTogetherAfterArchivedTogether_eachVerifies() throws Exception {
    List<byte[]> files =
        List.of(PACKAGE, HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {4}).bytes());
    List<byte[]> archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, files);
    byte[] alone =
        archivist.archive(
            AgedPki.TSA_2012,
            AgedPki.at(2013, 1),
            HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {5}).bytes());

    for (byte[] renewed :
        archivist.renew(
            AgedPki.TSA_2015, AgedPki.RENEWED, List.of(archived.get(0), archived.get(1), alone))) {
      assertThat(verify(renewed, TRUST).archived().orElseThrow().renewals()).isEqualTo(1);
    }
  }

  @Test
  void authorityOfTheSealStolen_countsOnlyWhereArchivedBefore() throws Exception {
    Trust stolenLater = AgedPki.trust(HOTLINE, AgedPki.TSA_2010, AgedPki.at(2012, 9));
    Trust stolenBefore = AgedPki.trust(HOTLINE, AgedPki.TSA_2010, AgedPki.at(2012, 3));
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);

    assertThat(verify(archived, stolenLater).seal().stamped()).isEqualTo(AgedPki.SEALED);
    assertRefused(PACKAGE, stolenLater, PackageFault.SEAL_TIME_STAMP_REFUSED);
    assertRefused(archived, stolenBefore, PackageFault.SEAL_TIME_STAMP_REFUSED);
    assertThat(
            new PackageOpener(TestPki.recipient(TestPki.AGENCY_P256), stolenLater)
                .inspect(Files.write(folder.resolve("package.asice"), archived))
                .caseFile()
                .seal()
                .stamped())
        .isEqualTo(AgedPki.SEALED);
  }

  @Test
  void authorityOfTheArchiveStolen_countsOnlyWhereRenewedBefore() throws Exception {
    Trust stolenLater = AgedPki.trust(HOTLINE, AgedPki.TSA_2012, AgedPki.at(2015, 9));
    Trust stolenBefore = AgedPki.trust(HOTLINE, AgedPki.TSA_2012, AgedPki.at(2015, 3));
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    byte[] renewed = archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived);

    assertThat(verify(renewed, stolenLater).archived().orElseThrow().since())
        .isEqualTo(AgedPki.ARCHIVED);
    assertRefused(archived, stolenLater, PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
    assertRefused(renewed, stolenBefore, PackageFault.ARCHIVE_TIME_STAMP_REFUSED);
  }

  @Test
  void renewedAfterItsAuthorityExpired_isRefused() throws Exception {
    byte[] archived = archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
    byte[] late = archivist.renew(AgedPki.TSA_2015, AgedPki.at(2016, 6), archived);

    assertRefused(late, TRUST, PackageFault.CERTIFICATE_EXPIRED);
  }

  @Test
  void renewedAfterItsAuthorityWasRevoked_isRefused() throws Exception {
    TestAuthority revoked = AgedPki.TSA_2012;
    byte[] archived = archivist.archive(revoked, AgedPki.ARCHIVED, PACKAGE);
    byte[] late =
        archivist.renew(
            AgedPki.TSA_2015, AgedPki.RENEWED, AgedPki.lists(AgedPki.RENEWED, revoked), archived);

    assertRefused(late, TRUST, PackageFault.CERTIFICATE_REVOKED);
  }

  @Test
  void archivedByAnAuthorityThatIsRevoked_isRefused() throws Exception {
    byte[] archived =
        archivist.archive(
            AgedPki.TSA_2012,
            AgedPki.ARCHIVED,
            AgedPki.lists(AgedPki.ARCHIVED, AgedPki.TSA_2012),
            PACKAGE);

    assertRefused(archived, TRUST, PackageFault.CERTIFICATE_REVOKED);
  }
}
