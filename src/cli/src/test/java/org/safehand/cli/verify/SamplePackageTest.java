package org.safehand.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.packaging.sample.TestPki;

class SamplePackageTest {
  private final byte[] first = new byte[100_000];
  private final byte[] second = new byte[0];
  private final Path folder;
  private final Path trust;
  private final Path file;
  private final Path opened;
  private final byte[] whole;

  SamplePackageTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    new Random(11).nextBytes(first);
    SampleHotline hotline = new SampleHotline();
    SamplePackage sample = hotline.pack(TestPki.AGENCY_RSA, first, second);
    whole = sample.bytes();
    file = Files.write(folder.resolve("package.asice"), whole);
    trust = folder.resolve("trust");
    opened = folder.resolve("opened");
    new TrustFolderWriter(trust).write(hotline.trust());
  }

  private CommandRun open(TestAuthority agency) throws Exception {
    Path key = key(agency);
    return CommandRun.of(
        "open", file, "--key", key, "--cert", cert(agency), "--trust", trust, "--out", opened);
  }

  private CommandRun verify(TestAuthority agency) throws Exception {
    Path key = key(agency);
    return CommandRun.of(
        "verify",
        "package",
        file,
        "--key",
        key,
        "--cert",
        cert(agency),
        "--trust",
        trust,
        "--output",
        "json");
  }

  private Path key(TestAuthority agency) throws IOException {
    return pem("key.pem", "PRIVATE KEY", agency.keys().getPrivate().getEncoded());
  }

  private Path cert(TestAuthority agency) throws Exception {
    return pem("cert.pem", "CERTIFICATE", agency.certificate().getEncoded());
  }

  private Path pem(String name, String label, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }

  @Test
  void package_good_isVerifiedAndSaysByWhom() {
    CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust, "--output", "json");

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("\"verified\":true")
        .contains("\"sealedBy\":\"" + TestPki.ORGANISATION + "\"")
        .contains("\"bytes\":" + whole.length);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void package_withItsRecipientsKey_saysWhoReleasedItAndWritesNothing() throws Exception {
    CommandRun run = verify(TestPki.AGENCY_RSA);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("\"author\":\"S-1042\"", "\"releasedBy\":\"S-7\"", "\"released\":\"2")
        .contains("\"number\":2")
        .doesNotContain("\"folder\"");
    assertThat(opened).doesNotExist();
  }

  @Test
  void package_withAKeyThatItIsNotFor_isRefusedInJsonToo() throws Exception {
    CommandRun run = verify(TestPki.AGENCY_P384);

    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).startsWith("envelope-other-recipient: case/release.cms: ");
    assertThat(run.out())
        .contains("\"verified\":false")
        .contains("\"code\":\"envelope-other-recipient\"")
        .contains("\"place\":\"case/release.cms\"");
  }

  @Test
  void package_withHalfOfAKey_isAUsageError() throws Exception {
    CommandRun run =
        CommandRun.of(
            "verify", "package", file, "--key", key(TestPki.AGENCY_RSA), "--trust", trust);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("usage: ").contains("--cert");
  }

  @Test
  void package_anyBitFlipped_isRefusedWithAPlace() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      byte[] forged = whole.clone();
      forged[random.nextInt(forged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, forged);

      CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust);

      assertThat(run.exit()).as(run.toString()).isEqualTo(1);
      assertThat(run.err()).matches("(?s)[a-z-]+: [^:]+: .+").hasLineCount(1);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void package_ofAHotlineThatIsNotTrusted_isRefused() throws Exception {
    SampleHotline other =
        new SampleHotline(
            TestPki.OTHER_SEAL, TestPki.SEAL_CA, TestPki.TSA, TestPki.SEAL_CA.revocations());
    Files.write(file, other.pack(TestPki.AGENCY_RSA, first).bytes());

    CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust);

    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).startsWith("seal");
  }

  @Test
  void open_byItsRecipient_recoversEveryExhibit() throws Exception {
    CommandRun run = open(TestPki.AGENCY_RSA);

    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(opened.resolve("0001.bin")).hasBinaryContent(first);
    assertThat(opened.resolve("0002.bin")).hasBinaryContent(second);
    assertThat(opened.resolve("names.json")).isNotEmptyFile();
    assertThat(run.out()).contains("exhibits.2.number").contains("releasedBy");
  }

  @Test
  void open_bySomebodyElse_isRefusedAndLeavesNothing() throws Exception {
    CommandRun run = open(TestPki.AGENCY_P384);

    assertThat(run.exit()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1);
    assertThat(opened).doesNotExist();
  }

  @Test
  void open_intoWhatIsThere_isLocalIo() throws Exception {
    Files.createDirectory(opened);

    CommandRun run = open(TestPki.AGENCY_RSA);

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("output-exists: " + opened + ": ");
    assertThat(opened).isEmptyDirectory();
  }

  @Test
  void open_withTheKeyOfAnother_isUsage() throws Exception {
    Path key = pem("key.pem", "PRIVATE KEY", TestPki.AGENCY_P384.keys().getPrivate().getEncoded());
    Path certificate =
        pem("cert.pem", "CERTIFICATE", TestPki.AGENCY_RSA.certificate().getEncoded());

    CommandRun run =
        CommandRun.of(
            "open", file, "--key", key, "--cert", certificate, "--trust", trust, "--out", opened);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("recipient-key-unusable: " + key + ": ");
  }
}
