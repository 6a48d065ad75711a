package org.safehand.systemtests.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.Command;

/** The custody log's suite, run by the implementation in JavaScript: other code, same verdicts. */
class VectorsByOthersTest {
  private static final Path SUITE = Path.of("../custody/src/vectors");
  private static final Pattern KIND = Pattern.compile("([a-z-]+): ([0-9]+) judged.*");

  private static Command run(Path suite) throws IOException, InterruptedException {
    return Command.run(
        Path.of("."), List.of("node", "src/test/node/vectors.mjs", suite.toString()));
  }

  @Test
  void suite_byAnotherImplementation_hasTheSameVerdicts() throws Exception {
    Command run = run(SUITE);
    assertThat(run.exitCode()).as(run.output()).isZero();
    Map<String, Integer> judged = new TreeMap<>();
    for (Matcher line = KIND.matcher(run.output()); line.find(); ) {
      judged.put(line.group(1), Integer.valueOf(line.group(2)));
    }
    assertThat(judged)
        .containsKeys("event", "json", "leaf", "node-signature", "path", "tree")
        .hasEntrySatisfying("inclusion", count -> assertThat(count).isGreaterThan(40))
        .hasEntrySatisfying("consistency", count -> assertThat(count).isGreaterThan(50))
        .hasEntrySatisfying("checkpoint", count -> assertThat(count).isGreaterThan(100))
        .hasEntrySatisfying("tlog-proof", count -> assertThat(count).isGreaterThan(40))
        .hasEntrySatisfying("receipt-proof", count -> assertThat(count).isGreaterThan(35))
        .hasEntrySatisfying("log", count -> assertThat(count).isGreaterThan(50))
        .hasEntrySatisfying("extract", count -> assertThat(count).isGreaterThan(200))
        .hasEntrySatisfying("witness", count -> assertThat(count).isGreaterThan(80))
        .hasEntrySatisfying("witness-answer", count -> assertThat(count).isGreaterThan(30));
  }

  @Test
  void goodVector_whoseResultIsAnother_isReported(@TempDir Path folder) throws Exception {
    Path witness = Files.createDirectories(folder.resolve("witness"));
    String first = Files.readString(SUITE.resolve("witness/ok-first.txt"), UTF_8);
    Files.writeString(
        witness.resolve("time.txt"), first.replace("time: 1795492319", "time: 1795492320"));
    Path extract = Files.createDirectories(folder.resolve("extract"));
    String lost = Files.readString(SUITE.resolve("extract/ok-lost-links.txt"), UTF_8);
    Files.writeString(extract.resolve("lost.txt"), lost.replace("lost: 1 2 3", "lost: 1 1 3"));
    Command run = run(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("witness/time: answer ", "extract/lost: lost 1 2 3, expected 1 1 3");
  }

  @Test
  void forgedVector_thatExpectsOk_isReported(@TempDir Path folder) throws Exception {
    Path kind = Files.createDirectories(folder.resolve("inclusion"));
    String forged = Files.readString(SUITE.resolve("inclusion/flipped.txt"), UTF_8);
    Files.writeString(kind.resolve("flipped.txt"), forged.replace("proof-not-included", "ok"));
    Command run = run(folder);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("inclusion/flipped: refused, expected ok");
  }
}
