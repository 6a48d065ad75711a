package org.safehand.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestServer;
import org.safehand.cli.TestTrust;
import org.safehand.custody.note.LogKey;

class PackageCommandsTest {
  private static final String ORIGIN = "example.org/log";

  private final Path folder;
  private final Path trust;
  private final Path file;

  PackageCommandsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    trust = folder.resolve("trust");
    file = Files.writeString(folder.resolve("package.asice"), "not a package");
    TestTrust.write(trust, ORIGIN, LogKey.generate(ORIGIN, new SecureRandom()).verifierKey());
  }

  private CommandRun open(Path key, Path certificate) {
    return CommandRun.of(
        "open",
        file,
        "--key",
        key,
        "--cert",
        certificate,
        "--trust",
        trust,
        "--out",
        folder.resolve("opened"));
  }

  @Test
  void package_malformed_isRefusedWithThePlace() {
    CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("container-malformed: ").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void package_missing_isLocalIo() {
    CommandRun run = CommandRun.of("verify", "package", folder.resolve("absent"), "--trust", trust);

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("file-unreadable: " + folder.resolve("absent") + ": ");
  }

  @Test
  void trust_incomplete_isUndecidable() throws Exception {
    Files.delete(trust.resolve("seal-ca.pem"));

    CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("trust-incomplete: seal-ca.pem: ");
  }

  @Test
  void trust_malformed_isUndecidable() throws Exception {
    Files.writeString(trust.resolve("trust.json"), "{}");

    CommandRun run = CommandRun.of("verify", "package", file, "--trust", trust);

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("trust-malformed: trust.json: ");
  }

  @Test
  void open_withWhatIsNoCertificate_isUsage() {
    CommandRun run = open(file, file);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("recipient-certificate-malformed: " + file + ": ");
    assertThat(folder.resolve("opened")).doesNotExist();
  }

  @Test
  void open_withACertificateOfNoUse_isUsage() throws Exception {
    try (TestServer server = new TestServer()) {
      CommandRun run = open(file, server.pemFile(folder));

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).startsWith("recipient-").contains("root.pem: ");
    }
  }

  @Test
  void open_withoutItsKeyFile_isLocalIo() throws Exception {
    CommandRun run = open(folder.resolve("absent"), file);

    assertThat(run.exit()).isEqualTo(9);
    assertThat(run.err()).startsWith("file-unreadable: " + folder.resolve("absent") + ": ");
  }
}
