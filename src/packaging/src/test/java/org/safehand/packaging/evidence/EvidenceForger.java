package org.safehand.packaging.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import org.safehand.custody.digest.HashAlgorithm;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.custody.trust.Trust;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.open.PackageVerifier;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.sample.TestTsa;
import org.safehand.packaging.sample.aged.AgedPki;
import org.safehand.packaging.sample.aged.Archivist;
import org.safehand.packaging.sample.aged.HandmadeRecord;

/** Makes good evidence records and bad ones, and asserts how a package with them is refused. */
final class EvidenceForger {
  static final SampleHotline HOTLINE = AgedPki.hotline(AgedPki.SEALED);
  static final Trust TRUST = AgedPki.trust(HOTLINE);
  static final byte[] PACKAGE = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}).bytes();
  static final byte[] OTHER = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {2}).bytes();

  private final Path folder;
  private final Archivist archivist;

  EvidenceForger(Path folder) {
    this.folder = folder;
    this.archivist = new Archivist(folder, TRUST);
  }

  Archivist archivist() {
    return archivist;
  }

  byte[] archived() throws Exception {
    return archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, PACKAGE);
  }

  byte[] renewed() throws Exception {
    return archivist.renew(AgedPki.TSA_2015, AgedPki.RENEWED, archived());
  }

  byte[] rehashed() throws Exception {
    return archivist.rehash(AgedPki.TSA_2019, AgedPki.REHASHED, HashAlgorithm.SHA_512, renewed());
  }

  static ArchiveToken token(TestAuthority tsa, Instant moment, Imprint imprint) {
    return token(tsa, moment, imprint, AgedPki.lists(moment));
  }

  static ArchiveToken token(
      TestAuthority tsa, Instant moment, Imprint imprint, List<X509CRL> lists) {
    return HandmadeRecord.token(new TestTsa(tsa).stamp(imprint, moment), tsa, TRUST, lists);
  }

  static EvidenceRecord stamped(DataGroup group, Imprint imprint) {
    return HandmadeRecord.over(group, token(AgedPki.TSA_2012, AgedPki.ARCHIVED, imprint));
  }

  void assertRefused(byte[] file, PackageFault fault) throws Exception {
    assertRefused(file, TRUST, fault);
  }

  void assertRefused(byte[] file, Trust trust, PackageFault fault) throws Exception {
    Path written = Files.write(folder.resolve("package.asice"), file);
    PackageException refusal =
        catchThrowableOfType(PackageException.class, () -> PackageVerifier.verify(written, trust));
    assertThat(refusal).isNotNull();
    assertThat(refusal.fault()).as(refusal.getMessage()).isEqualTo(fault);
  }

  void assertAccepted(byte[] file) throws Exception {
    PackageVerifier.verify(Files.write(folder.resolve("package.asice"), file), TRUST);
  }

  byte[] archivedOther() throws Exception {
    return archivist.archive(AgedPki.TSA_2012, AgedPki.ARCHIVED, OTHER);
  }
}
