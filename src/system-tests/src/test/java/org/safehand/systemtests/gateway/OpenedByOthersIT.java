package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was delivered, opened and verified by programs that share no line with the product. */
class OpenedByOthersIT {
  private static final String EXHIBIT = "exhibits/%04d/";

  private final RunningGateway gateway = RunningGateway.get();

  @TempDir Path folder;

  @BeforeEach
  void unpack() throws Exception {
    try (ZipFile zip = new ZipFile(gateway.delivered().packageFile().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = folder.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  @Test
  void everySegment_openedByOpenSsl_givesTheOriginalExhibits() throws Exception {
    requireOpenSsl();
    List<Sample> samples = gateway.delivered().samples();
    for (int i = 0; i < samples.size(); i++) {
      assertThat(decrypted(i + 1)).isEqualTo(samples.get(i).sha256());
    }
  }

  @Test
  void seal_acceptedByOpenSsl() throws Exception {
    requireOpenSsl();
    Command verified = verifySeal();
    assertThat(verified.exitCode()).as(verified.output()).isZero();
  }

  @Test
  void seal_overAChangedManifest_refusedByOpenSsl() throws Exception {
    requireOpenSsl();
    Path manifest = folder.resolve("META-INF/ASiCManifest001.xml");
    byte[] bytes = Files.readAllBytes(manifest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(manifest, bytes);
    Command verified = verifySeal();
    assertThat(verified.exitCode()).isNotZero();
  }

  @Test
  void log_recomputedByAnotherImplementation() throws Exception {
    Path log = gateway.exportLog(folder.resolve("log"));
    Command verified =
        Command.run(
            Path.of("."),
            List.of(
                "node",
                "src/test/node/tlog.mjs",
                log.toString(),
                gateway.trust().resolve("log.vkey").toString()));
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    assertThat(verified.output().strip())
        .isEqualTo(String.join(" ", Files.readAllLines(log.resolve("checkpoint")).subList(1, 3)));
  }

  private Command verifySeal() throws Exception {
    return Command.run(
        folder,
        List.of(
            "openssl",
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            "META-INF/signature001.p7s",
            "-content",
            "META-INF/ASiCManifest001.xml",
            "-purpose",
            "any",
            "-out",
            "/dev/null",
            "-CAfile",
            gateway.trust().resolve("seal-ca.pem").toString()));
  }

  private String decrypted(int exhibit) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Path segments = folder.resolve(EXHIBIT.formatted(exhibit));
    Path plain = folder.resolve("plain");
    for (int i = 0; Files.exists(segments.resolve("%05d.cms".formatted(i))); i++) {
      Command opened =
          Command.run(
              segments,
              "openssl cms -decrypt -binary -inform DER".split(" "),
              "-in",
              "%05d.cms".formatted(i),
              "-content",
              "%05d.bin".formatted(i),
              "-inkey",
              gateway.agencyKey().toString(),
              "-recip",
              gateway.agencyCertificate().toString(),
              "-out",
              plain.toString());
      assertThat(opened.exitCode()).as(opened.output()).isZero();
      update(sha256, plain);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    digest.update(Files.readAllBytes(file));
  }

  private static void requireOpenSsl() throws InterruptedException {
    assumeTrue(Command.exists("openssl"), "skipped: openssl is not installed");
  }
}
