package org.safehand.systemtests.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Command;

/** The package's suite, run by the implementation in JavaScript: other code, same codes. */
class PackageVectorsByOthersTest {
  private static final Path SUITE = Path.of("../packaging/src/vectors");

  private static Command run(Path suite) throws IOException, InterruptedException {
    return Command.run(
        Path.of("."), List.of("node", "src/test/node/packages.mjs", suite.toString()));
  }

  /** A suite of one vector of the good package, in which {@code old} gives way to {@code other}. */
  private static Command runChanged(Path folder, String name, String old, String other)
      throws IOException, InterruptedException {
    Path base = Files.createDirectories(folder.resolve("packages")).resolve("p256.asice");
    Files.copy(SUITE.resolve("packages/p256.asice"), base);
    String vector = Files.readString(SUITE.resolve("package").resolve(name), UTF_8);
    assertThat(vector).contains(old);
    Files.writeString(
        Files.createDirectories(folder.resolve("package")).resolve(name),
        vector.replace(old, other));
    return run(folder);
  }

  @Test
  void suite_byAnotherImplementation_hasTheSameCodes() throws Exception {
    Command run = run(SUITE);
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output())
        .containsPattern("package: 2[0-9]{2} judged, 1[01][0-9] whose seal was not looked at")
        .containsPattern("header: [4-9][0-9] judged")
        .containsPattern("envelope: [7-9][0-9] judged, 0 whose seal was not looked at, 1[0-9] left")
        .contains("open: left out", "archive: left out", "case-file: left out");
  }

  @Test
  void forgedVector_thatExpectsOk_isReported(@TempDir Path folder) throws Exception {
    Command run = runChanged(folder, "name-parent.txt", "expect: entry-name-refused", "expect: ok");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("package/name-parent: entry-name-refused, expected ok");
  }

  @Test
  void goodVector_thatExpectsARefusal_isReported(@TempDir Path folder) throws Exception {
    Command run = runChanged(folder, "ok-p256.txt", "expect: ok", "expect: entry-missing");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("package/ok-p256: nothing wrong, expected entry-missing");
  }

  @Test
  void goodVector_whoseDigestIsAnother_isReported(@TempDir Path folder) throws Exception {
    Command run = runChanged(folder, "ok-p256.txt", "digest: ", "digest: 00");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("package/ok-p256: digest,");
  }
}
