package org.safehand.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.cli.TestTrust;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;

class VerifyLogCommandTest {
  private static final String ORIGIN = "example.org/log";

  private final Path log;
  private final Path trust;

  VerifyLogCommandTest(@TempDir Path temp) throws Exception {
    LogKey key = LogKey.generate(ORIGIN, new SecureRandom());
    log = Files.createDirectory(temp.resolve("log"));
    trust = temp.resolve("trust");
    Files.write(
        log.resolve("checkpoint"), key.sign(new Checkpoint(ORIGIN, 0, Digest.of())).bytes());
    TestTrust.write(trust, ORIGIN, key.verifierKey());
  }

  private static CommandRun run(Path folder, Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("verify", "log", folder), Stream.of(more)).toArray());
  }

  @Test
  void goodLog_exit0() {
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).containsPattern("entries +0").containsPattern("origin +" + ORIGIN);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void goodLog_asJson_saysVerified() {
    CommandRun run = run(log, "--trust", trust, "--output", "json");
    assertThat(run.out()).contains("\"verified\":true").contains("\"entries\":0");
  }

  @Test
  void refusedLog_exit1AndPlace() throws IOException {
    Files.createFile(log.resolve("extra"));
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("log-file-unexpected: extra: ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void wrongUse_exit2() {
    assertThat(run(log).exit()).isEqualTo(2);
    assertThat(run(log.resolve("none"), "--trust", trust).exit()).isEqualTo(2);
  }

  @Test
  void incompleteTrust_exit3() throws IOException {
    Files.delete(trust.resolve("tsa-ca.pem"));
    CommandRun run = run(log, "--trust", trust);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("trust-incomplete: tsa-ca.pem: ");
    assertThat(run(log, "--trust", trust.resolve("none")).exit()).isEqualTo(3);
  }
}
