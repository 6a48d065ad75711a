package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safehand.packaging.asic.AsicNames;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.TestPki;

/** Containers with other entries than were sealed, or under other names. */
class ContainerForgeryTest {
  private static final SampleHotline HOTLINE = new SampleHotline();
  private static final byte[] PACKAGE =
      HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1}, new byte[] {2}).bytes();
  private static final String BIN = PackageNames.ciphertext(1, 0);
  private static final String OTHER_BIN = PackageNames.ciphertext(2, 0);
  private static final byte[] TEXT = "text".getBytes(US_ASCII);

  private final Forgery forgery = Forgery.of(PACKAGE);
  private final Refusals refused;

  ContainerForgeryTest(@TempDir Path folder) {
    refused = new Refusals(folder, HOTLINE.trust());
  }

  @Test
  void verify_entryThatIsNotListed_isRefused() throws IOException {
    refused.verify(
        forgery.addBefore(AsicNames.MANIFEST, "extra.txt", TEXT).bytes(),
        PackageFault.ENTRY_UNLISTED);
  }

  @Test
  void verify_entryInMetaInfThatIsNotListed_isRefused() throws IOException {
    refused.verify(
        forgery.addBefore(AsicNames.MANIFEST, "META-INF/signature002.p7s", TEXT).bytes(),
        PackageFault.ENTRY_UNLISTED);
  }

  @Test
  void verify_entryBehindTheSeal_isRefused() throws IOException {
    byte[] seal = forgery.content(AsicNames.SEAL);
    refused.verify(
        forgery
            .addBefore(AsicNames.SEAL, "first", seal)
            .rename(AsicNames.SEAL, "extra.txt")
            .rename("first", AsicNames.SEAL)
            .bytes(),
        PackageFault.ENTRY_OUT_OF_ORDER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"package.json", "case/release.cms", "exhibits/0001/00000.bin"})
  void verify_listedEntryIsMissing_isRefused(String name) throws IOException {
    refused.verify(forgery.remove(name).bytes(), PackageFault.ENTRY_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {AsicNames.MIMETYPE, AsicNames.MANIFEST, AsicNames.SEAL})
  void verify_fixedEntryIsMissing_isRefused(String name) throws IOException {
    refused.verify(forgery.remove(name).bytes(), PackageFault.ENTRY_MISSING);
  }

  @Test
  void verify_sameNameTwice_isRefusedInBothOrders() throws IOException {
    refused.verify(
        Forgery.of(PACKAGE).addBefore(BIN, BIN, TEXT).bytes(), PackageFault.ENTRY_NAME_REFUSED);
    refused.verify(
        Forgery.of(PACKAGE).addBefore(AsicNames.MANIFEST, BIN, TEXT).bytes(),
        PackageFault.ENTRY_NAME_REFUSED);
  }

  @Test
  void verify_namesThatDifferInCaseOnly_isRefused() throws IOException {
    refused.verify(
        forgery.addBefore(AsicNames.MANIFEST, "PACKAGE.json", TEXT).bytes(),
        PackageFault.ENTRY_NAME_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "exhibits/../../evil.txt",
        "/etc/passwd",
        "C:\\evil.txt",
        "exhibits\\0001",
        "a//b",
        "./a",
        "a/",
        "",
        "a\u0000b",
        "caf\u00e9",
        ".hidden"
      })
  void verify_nameThatIsNotCanonical_isRefused(String name) throws IOException {
    refused.verify(
        forgery.addBefore(AsicNames.MANIFEST, name, TEXT).bytes(), PackageFault.ENTRY_NAME_REFUSED);
  }

  @Test
  void verify_entriesChangedPlaces_isRefused() throws IOException {
    refused.verify(forgery.swap(BIN, OTHER_BIN).bytes(), PackageFault.ENTRY_OUT_OF_ORDER);
  }

  @Test
  void verify_segmentsChangedContents_isRefused() throws IOException {
    refused.verify(
        forgery.swapContents(BIN, OTHER_BIN).bytes(), PackageFault.ENTRY_DIGEST_MISMATCH);
  }

  @Test
  void verify_contentChangedUnderItsOldCheckSum_isRefused() throws IOException {
    byte[] file = PACKAGE.clone();
    int at = new String(file, ISO_8859_1).indexOf("MimeType=");
    file[at] ^= 1;
    refused.verify(file, PackageFault.ENTRY_CRC_MISMATCH);
  }

  @Test
  void verify_nameInTheDirectoryDiffers_isRefused() throws IOException {
    byte[] file = PACKAGE.clone();
    int at = new String(file, ISO_8859_1).lastIndexOf("package.json");
    file[at] = 'q';
    refused.verify(file, PackageFault.CONTAINER_MALFORMED);
  }

  @Test
  void verify_archiveComment_isRefused() throws IOException {
    byte[] file = Arrays.copyOf(PACKAGE, PACKAGE.length + 1);
    file[PACKAGE.length - 2] = 1;
    refused.verify(file, PackageFault.CONTAINER_MALFORMED);
  }

  @Test
  void verify_noContainerAtAll_isRefused() throws IOException {
    refused.verify(new byte[0], PackageFault.CONTAINER_MALFORMED);
    refused.verify(TEXT, PackageFault.CONTAINER_MALFORMED);
  }

  @Test
  void verify_otherMediaType_isRefused() throws IOException {
    refused.verify(
        forgery.set(AsicNames.MIMETYPE, "application/zip".getBytes(US_ASCII)).bytes(),
        PackageFault.MIMETYPE_WRONG);
  }

  @Test
  void verify_manifestInAnotherSpelling_isRefused() throws IOException {
    byte[] manifest = forgery.content(AsicNames.MANIFEST);
    byte[] spaced = Arrays.copyOf(manifest, manifest.length + 1);
    spaced[manifest.length] = '\n';
    refused.verify(
        forgery.set(AsicNames.MANIFEST, spaced).bytes(), PackageFault.MANIFEST_MALFORMED);
  }
}
