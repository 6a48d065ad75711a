package org.safehand.packaging.open;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.OpenTextShell;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;
import org.safehand.packaging.segment.SegmentFacts;

/** Pastes the commands of OPEN.txt into one shell, as a person would, with the real tools. */
class OpenTextTest {
  private static final SampleHotline HOTLINE = new SampleHotline();

  private final Path folder;

  OpenTextTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void tools() throws Exception {
    Path nowhere = Files.createTempDirectory("safehand");
    boolean found = new OpenTextShell(nowhere).hasTools();
    Files.delete(nowhere);
    assumeTrue(found, "OPEN.txt is not tried: it takes openssl 3, unzip and sha256sum");
  }

  static Stream<TestAuthority> agencies() {
    return Stream.of(TestPki.AGENCY_RSA, TestPki.AGENCY_P256, TestPki.AGENCY_P384);
  }

  @ParameterizedTest
  @MethodSource("agencies")
  void commands_asWritten_recoverTheExhibits(TestAuthority agency) throws Exception {
    byte[] large = new byte[SegmentFacts.MAX_BYTES + 1];
    new Random(1).nextBytes(large);
    SamplePackage sample = HOTLINE.pack(agency, new byte[0], new byte[] {1, 2, 3}, large);

    String output = runCommands(sample.bytes(), agency);

    assertThat(output).contains("case/manifest.json: OK", "0001.bin: OK", "0003.bin: OK");
    assertThat(output).doesNotContain("STOPPED", "CHANGED");
    assertThat(output).contains(sealKey().hex());
    assertThat(folder.resolve("0001.bin")).hasBinaryContent(new byte[0]);
    assertThat(folder.resolve("0002.bin")).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(Digest.of(Files.readAllBytes(folder.resolve("0003.bin"))))
        .isEqualTo(Digest.of(large));
  }

  @Test
  void commands_entryChanged_nameIt() throws Exception {
    SamplePackage sample = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3});
    String segment = PackageNames.ciphertext(1, 0);
    byte[] changed = Forgery.of(sample.bytes()).set(segment, new byte[] {9, 9, 9}).bytes();

    assertThat(runCommands(changed, TestPki.AGENCY_P256)).contains("CHANGED: " + segment);
    assertThat(
            Files.exists(folder.resolve("0001.bin")) && Files.size(folder.resolve("0001.bin")) > 0)
        .isFalse();
  }

  @Test
  void commands_keyOfAnotherAgency_stop() throws Exception {
    SamplePackage sample = HOTLINE.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3});

    assertThat(runCommands(sample.bytes(), TestPki.AGENCY_P384)).contains("STOPPED");
  }

  /** What it says of openssl is so; the commands themselves are tried where `safehand` is. */
  @Test
  void commands_packageForMlKem_decryptNothingByOpenssl() throws Exception {
    SamplePackage sample = HOTLINE.pack(TestPki.AGENCY_ML_KEM_768, new byte[] {1, 2, 3});
    String text = new String(Forgery.of(sample.bytes()).content(PackageNames.OPEN_TXT), UTF_8);

    assertThat(text).contains("openssl before 3.6 cannot decrypt", "    safehand open package.as");
    assertThat(text).doesNotContain("cms -decrypt");
  }

  @Test
  void openssl_before36_doesNotDecryptMlKem() throws Exception {
    OpenTextShell shell = new OpenTextShell(folder);
    assumeTrue(
        shell.run("openssl version").matches("(?s)OpenSSL 3\\.[0-5]\\..*"),
        "openssl is 3.6 or later: nothing is claimed of it");
    SamplePackage sample = HOTLINE.pack(TestPki.AGENCY_ML_KEM_768, new byte[] {1, 2, 3});
    shell.place(sample.bytes(), TestPki.AGENCY_ML_KEM_768);

    String output =
        shell.run(
            "unzip -q package.asice -d package && openssl cms -decrypt -binary -inform DER -in"
                + " package/case/case.cms -inkey KEY.pem -recip CERT.pem -out case.asice"
                + " || echo REFUSED");

    assertThat(output).contains("REFUSED");
  }

  @Test
  void commands_packageWithoutExhibits_endBeforeThem() throws Exception {
    SamplePackage sample = HOTLINE.pack(TestPki.AGENCY_P256);

    assertThat(runCommands(sample.bytes(), TestPki.AGENCY_P256))
        .contains("case/manifest.json: OK")
        .doesNotContain("STOPPED", "CHANGED");
  }

  private String runCommands(byte[] file, TestAuthority agency) throws Exception {
    return new OpenTextShell(folder).follow(file, agency);
  }

  private static Digest sealKey() {
    return Digest.of(TestPki.SEAL.certificate().getPublicKey().getEncoded());
  }
}
