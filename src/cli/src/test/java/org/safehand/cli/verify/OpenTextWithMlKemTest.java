package org.safehand.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.Main;
import org.safehand.custody.trust.TrustFolderWriter;
import org.safehand.packaging.header.PackageNames;
import org.safehand.packaging.sample.Forgery;
import org.safehand.packaging.sample.OpenTextShell;
import org.safehand.packaging.sample.SampleHotline;
import org.safehand.packaging.sample.SamplePackage;
import org.safehand.packaging.sample.TestPki;

/** Follows OPEN.txt of a package for ML-KEM, in which {@code safehand open} is one of the steps. */
class OpenTextWithMlKemTest {
  private final SampleHotline hotline = new SampleHotline();
  private final SamplePackage sample =
      hotline.pack(TestPki.AGENCY_ML_KEM_768, new byte[0], new byte[] {1, 2, 3});
  private final Path folder;
  private final OpenTextShell shell;

  OpenTextWithMlKemTest(@TempDir Path folder) {
    this.folder = folder;
    this.shell = new OpenTextShell(folder);
  }

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(shell.hasTools(), "OPEN.txt is not tried: it takes openssl 3, unzip and sha256sum");
    new TrustFolderWriter(folder.resolve("TRUST")).write(hotline.trust());
    Path command = Files.createDirectory(folder.resolve("bin")).resolve("safehand");
    Files.writeString(
        command,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Main.class.getName()));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void commands_asWritten_recoverTheExhibits() throws Exception {
    String output = shell.follow(sample.bytes(), TestPki.AGENCY_ML_KEM_768);

    assertThat(output).contains("case/manifest.json: OK", "0001.bin: OK", "0002.bin: OK");
    assertThat(output).doesNotContain("STOPPED", "CHANGED");
    assertThat(folder.resolve("0002.bin")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void commands_entryChanged_nameItAndStop() throws Exception {
    String segment = PackageNames.ciphertext(2, 0);
    byte[] changed = Forgery.of(sample.bytes()).set(segment, new byte[] {9, 9, 9}).bytes();

    String output = shell.follow(changed, TestPki.AGENCY_ML_KEM_768);

    assertThat(output).contains("CHANGED: " + segment, "entry-digest-mismatch: ", "STOPPED with 1");
    assertThat(folder.resolve("0002.bin")).doesNotExist();
  }

  @Test
  void commands_keyOfAnotherAgency_stop() throws Exception {
    assertThat(shell.follow(sample.bytes(), TestPki.AGENCY_ML_KEM_1024))
        .contains("envelope-other-recipient: ", "STOPPED with 1");
  }
}
