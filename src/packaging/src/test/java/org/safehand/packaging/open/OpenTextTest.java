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

  static Stream<TestAuthority> kemAgencies() {
    return Stream.of(TestPki.AGENCY_ML_KEM_768, TestPki.AGENCY_ML_KEM_1024);
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
  void commands_packageSealedWithRsa_recoverTheExhibit() throws Exception {
    TestAuthority sealer = TestPki.SEAL_CA.rsaSigner("RSA Seal", 3072);
    SampleHotline rsa = new SampleHotline(TestPki.signer(sealer, TestPki.SEAL_CA));
    byte[] file = rsa.pack(TestPki.AGENCY_P256, new byte[] {1, 2, 3}).bytes();

    String output = runCommands(file, TestPki.AGENCY_P256);

    assertThat(output).contains("0001.bin: OK", sealKey(sealer).hex());
    assertThat(output).doesNotContain("STOPPED", "CHANGED");
    PackageVerifier.verify(folder.resolve("package.asice"), rsa.trust(sealer));
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

  /** With an older openssl `safehand open` is among the steps: tried where that command is. */
  @ParameterizedTest
  @MethodSource("kemAgencies")
  void commands_packageForMlKem_decryptWithOpenssl36AndNotBefore(TestAuthority agency)
      throws Exception {
    OpenTextShell shell = new OpenTextShell(folder);
    boolean old = shell.run("openssl version").matches("(?s)OpenSSL 3\\.[0-5]\\..*");
    SamplePackage sample = HOTLINE.pack(agency, new byte[0], new byte[] {1, 2, 3});
    String text = new String(Forgery.of(sample.bytes()).content(PackageNames.OPEN_TXT), UTF_8);

    String output = shell.followWithNewOpenssl(sample.bytes(), agency);

    assertThat(text).contains("openssl before 3.6 cannot decrypt", "\n    safehand open package");
    assertThat(output).doesNotContain("CHANGED").contains(sealKey().hex());
    if (old) {
      assertThat(output).contains("STOPPED");
      assertThat(folder.resolve("case")).doesNotExist();
    } else {
      assertThat(output).contains("case/manifest.json: OK", "0001.bin: OK", "0002.bin: OK");
      assertThat(output).doesNotContain("STOPPED");
      assertThat(folder.resolve("0002.bin")).hasBinaryContent(new byte[] {1, 2, 3});
    }
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
    return sealKey(TestPki.SEAL);
  }

  private static Digest sealKey(TestAuthority sealer) {
    return Digest.of(sealer.certificate().getPublicKey().getEncoded());
  }
}
