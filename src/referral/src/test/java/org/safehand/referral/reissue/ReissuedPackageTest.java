package org.safehand.referral.reissue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.safehand.referral.sample.Hotline.value;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.fault.PackageException;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageHeader;
import org.safehand.packaging.open.PackageOpener;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.id.SegmentId;
import org.safehand.referral.pki.TestCertificates;
import org.safehand.referral.pki.TestWorld;
import org.safehand.referral.retrieval.FetchedPackage;
import org.safehand.referral.sample.Hotline;
import org.safehand.referral.sample.People;
import org.safehand.referral.transfer.DispatchState;

/** A reissued package: the same case and ciphertext, opened by the new key alone. */
class ReissuedPackageTest {
  private static final TestAuthority NEW_SOUTH =
      TestWorld.AGENCY_CA.agreeing("South Recipient", "secp384r1");

  private final Hotline hotline = new Hotline();

  @Test
  void available_reissued_isOpenedByTheNewKeyAlone_andTheCiphertextIsTheSame(@TempDir Path folder)
      throws Exception {
    Dispatch old = hotline.packaged("AG-S-002");
    Path before = fetched(folder.resolve("old.asice"), old);
    hotline.endpoints.encryptTo(
        "AG-S-002", TestCertificates.of(TestWorld.SOUTH_RECIPIENT), TestCertificates.of(NEW_SOUTH));
    ReissueOrder order = order(old);
    hotline.proven(order.binding(People.SUPERVISOR.number()));
    Dispatch next = packaged(value(hotline.reissue.reissue(People.SUPERVISOR, order)));

    assertThat(next.state()).isEqualTo(DispatchState.AVAILABLE);
    assertThat(next.order().sealDigest()).isEqualTo(old.order().sealDigest());
    Path after = fetched(folder.resolve("new.asice"), next);
    assertThat(ciphertext(after)).isNotEmpty().isEqualTo(ciphertext(before));
    PackageHeader header =
        new PackageOpener(TestPki.recipient(NEW_SOUTH), hotline.trust)
            .open(after, folder.resolve("opened"))
            .verified()
            .header();
    assertThat(header.routing().sequence()).isEqualTo(2);
    assertThat(header.routing().supersedes()).contains(old.order().id().value());
    assertThat(header.sealDigest()).isEqualTo(old.order().sealDigest());
    assertRefusedToOpen(after, folder.resolve("with the old key"));
  }

  private void assertRefusedToOpen(Path file, Path folder) {
    PackageOpener lost =
        new PackageOpener(TestPki.recipient(TestWorld.SOUTH_RECIPIENT), hotline.trust);
    assertThat(catchThrowableOfType(PackageException.class, () -> lost.open(file, folder)).fault())
        .isEqualTo(PackageFault.ENVELOPE_OTHER_RECIPIENT);
    assertThat(folder).doesNotExist();
  }

  private static ReissueOrder order(Dispatch old) {
    return new ReissueOrder(
        old.order().id(),
        old.order().revision(),
        NEW_SOUTH.fingerprint(),
        "the agency lost its key",
        Hotline.key("reissue"));
  }

  private Dispatch packaged(Dispatch dispatch) {
    value(hotline.authorise.authorise(People.NODE, dispatch.order().id()));
    hotline.ports.recorder().publish();
    return value(hotline.pack.pack(People.NODE, dispatch.order().id()));
  }

  private Path fetched(Path file, Dispatch dispatch) throws IOException {
    FetchedPackage fetched = value(hotline.fetched(People.LIAISON_SOUTH, dispatch.order().id()));
    try (OutputStream out = Files.newOutputStream(file)) {
      fetched
          .recipe()
          .writeTo(out, reference -> hotline.ports.vault().open(SegmentId.parse(reference)));
    }
    return file;
  }

  private static Map<String, Digest> ciphertext(Path file) throws IOException {
    Map<String, Digest> found = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().filter(it -> it.getName().endsWith(".bin")).toList()) {
        found.put(entry.getName(), Digest.of(zip.getInputStream(entry).readAllBytes()));
      }
    }
    return found;
  }
}
