package org.safehand.cli.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.cli.CommandRun;
import org.safehand.custody.event.EventType;
import org.safehand.custody.extract.ExtractLevel;

class VerifyExtractCommandTest {
  private final SampleExtract sample;
  private final Path trust;
  private final Path folder;

  VerifyExtractCommandTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    sample = new SampleExtract(folder);
    sample.add(SampleExtract.header(EventType.CASE_OPENED), Map.of());
    sample.add(SampleExtract.header(EventType.READ), Map.of());
    sample.issue("court");
    trust = sample.trust();
  }

  private CommandRun run(Path file, Object... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("verify", "extract", file, "--trust", trust), Stream.of(more))
            .toArray());
  }

  @Test
  void extract_good_isVerifiedAndSaysHowFar() throws Exception {
    CommandRun run = run(sample.file(ExtractLevel.HEADERS), "--output", "json");
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("\"verified\":true")
        .contains("\"events\":3")
        .contains("\"level\":\"headers\"")
        .contains("\"purpose\":\"court\"")
        .contains("that takes --log")
        .doesNotContain("laterEvents");
  }

  @Test
  void extract_withTheLog_saysWhatFollows() throws Exception {
    Path file = sample.file(ExtractLevel.LINKS);
    CommandRun run = run(file, "--log", sample.log());
    assertThat(run.exit()).as(run.toString()).isZero();
    assertThat(run.out())
        .containsPattern("laterEvents +0")
        .containsPattern("logEntries +3")
        .doesNotContain("that takes --log");
  }

  @Test
  void extract_changed_exit1AndPlace() throws Exception {
    Path file = sample.file(ExtractLevel.DETAILS);
    Files.writeString(file, Files.readString(file).replace("A. Auditor", "B. Auditor"));
    CommandRun run = run(file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("extract-part: event 2: ").hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void case_forked_isFoundOnlyWithTheLog_exit1() throws Exception {
    sample.fork(1);
    Path file = sample.file(ExtractLevel.LINKS);
    assertThat(run(file).exit()).isZero();
    CommandRun run = run(file, "--log", sample.log());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("extract-forked: event 1: ").contains("index 1", "index 3");
  }

  @Test
  void log_smaller_decidesNothing_exit3() throws Exception {
    Path old = sample.log();
    sample.fork(1);
    CommandRun run = run(sample.file(ExtractLevel.LINKS), "--log", old);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("extract-log-smaller: ");
  }

  @Test
  void log_damaged_exit1() throws Exception {
    Path log = sample.log();
    Files.createFile(log.resolve("extra"));
    CommandRun run = run(sample.file(ExtractLevel.LINKS), "--log", log);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("log-file-unexpected: extra: ");
  }

  @Test
  void wrongUse_exit2_missingTrust_exit3_missingFile_exit9() throws Exception {
    Path file = sample.file(ExtractLevel.LINKS);
    assertThat(CommandRun.of("verify", "extract", file).exit()).isEqualTo(2);
    assertThat(run(file, "--log", folder.resolve("none")).exit()).isEqualTo(2);
    assertThat(CommandRun.of("verify", "extract", file, "--trust", folder.resolve("none")).exit())
        .isEqualTo(3);
    CommandRun missing = run(folder.resolve("none"));
    assertThat(missing.exit()).isEqualTo(9);
    assertThat(missing.err()).startsWith("file-unreadable: ");
  }
}
