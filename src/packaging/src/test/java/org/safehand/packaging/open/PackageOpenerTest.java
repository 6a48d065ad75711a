package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.segment.SegmentFacts;

class PackageOpenerTest {
  private final SampleHotline hotline = new SampleHotline();

  private final Path folder;

  PackageOpenerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<TestAuthority> agencies() {
    return Stream.of(
        TestPki.AGENCY_RSA,
        TestPki.AGENCY_P256,
        TestPki.AGENCY_P384,
        TestPki.AGENCY_ML_KEM_768,
        TestPki.AGENCY_ML_KEM_1024);
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void open_packageForThisKey_givesTheOriginalBytes(TestAuthority agency) throws Exception {
    SamplePackage sample = hotline.pack(agency, random(0), random(1), random(4711));

    OpenedPackage opened = opener(agency).open(write(sample.bytes()), folder.resolve("opened"));

    assertOriginals(sample);
    assertThat(opened.verified().header()).isEqualTo(sample.header());
    assertThat(opened.verified().packageDigest()).isEqualTo(sample.recipe().packageDigest());
    assertThat(opened.verified().length()).isEqualTo(sample.recipe().length());
    assertThat(opened.release().release().releaser().id()).isEqualTo("S-7");
  }

  @Test
  void open_exhibitsOfOneSegmentAndOneByteMore_givesTheOriginalBytes() throws Exception {
    SamplePackage sample =
        hotline.pack(
            TestPki.AGENCY_P384,
            random(SegmentFacts.MAX_BYTES),
            random(SegmentFacts.MAX_BYTES + 1));

    opener(TestPki.AGENCY_P384).open(write(sample.bytes()), folder.resolve("opened"));

    assertOriginals(sample);
  }

  @Test
  void open_namesThatWouldBePaths_areOnlyListed() throws Exception {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256, random(3));

    opener(TestPki.AGENCY_P256).open(write(sample.bytes()), folder.resolve("opened"));

    assertThat(tree(folder.resolve("opened")))
        .containsExactly(
            "0001.bin",
            "case",
            "case.asice",
            "case/custody.json",
            "case/exhibits.sha256",
            "case/manifest.json",
            "case/referral.json",
            "case/summary.txt",
            "names.json",
            "release.json");
    assertThat(Files.readString(folder.resolve("opened/names.json")))
        .contains("\"name\":\"../../note-1.txt\"", "\"file\":\"0001.bin\"");
    assertThat(Digest.of(Files.readAllBytes(folder.resolve("opened/case/manifest.json"))))
        .isEqualTo(sample.header().sealDigest());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("opened"))))
        .isEqualTo("rwx------");
  }

  @Test
  void open_folderIsThere_failsAndChangesNothing() throws Exception {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256, random(3));
    Path there = Files.createDirectory(folder.resolve("opened"));

    assertThatThrownBy(() -> opener(TestPki.AGENCY_P256).open(write(sample.bytes()), there))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(tree(folder)).containsExactly("opened", "package.asice");
  }

  @Test
  void inspect_packageForThisKey_writesNothing() throws Exception {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256, random(3));

    OpenedPackage opened = opener(TestPki.AGENCY_P256).inspect(write(sample.bytes()));

    assertThat(opened.caseFile().manifest().sealDigest()).isEqualTo(sample.header().sealDigest());
    assertThat(opened.caseFile().seal().organisation()).isEqualTo(TestPki.ORGANISATION);
    assertThat(tree(folder)).containsExactly("package.asice");
  }

  @Test
  void pack_anyCase_noWordOfItStandsInClear() {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256, "a secret word".getBytes(UTF_8));
    String clear = new String(sample.bytes(), ISO_8859_1);

    assertThat(clear).contains("hotline.example");
    assertThat(clear).doesNotContain("secret", "synthetic", "note-1", "text/plain;", "S-1042");
  }

  @Test
  void verify_withoutAnyKey_showsTheOutside() throws Exception {
    SamplePackage sample = hotline.pack(TestPki.AGENCY_P256);

    VerifiedPackage verified = PackageVerifier.verify(write(sample.bytes()), hotline.trust());

    assertThat(verified.header()).isEqualTo(sample.header());
    assertThat(verified.seal().organisation()).isEqualTo(TestPki.ORGANISATION);
  }

  private PackageOpener opener(TestAuthority agency) {
    return new PackageOpener(TestPki.recipient(agency), hotline.trust());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("package.asice"), bytes);
  }

  private void assertOriginals(SamplePackage sample) throws IOException {
    int number = 1;
    for (byte[] exhibit : sample.exhibits()) {
      Path file = folder.resolve("opened").resolve("%04d.bin".formatted(number++));
      assertThat(Arrays.equals(Files.readAllBytes(file), exhibit)).isTrue();
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static List<String> tree(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> !file.equals(root))
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
