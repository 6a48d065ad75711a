package org.safehand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Main.run(
        List.of(arguments),
        Map.of(),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }

  @Test
  void topicWithoutBenchmark_exits2AndSaysSo() {
    assertThat(run("exchange")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .isEqualTo("safehand: no benchmark of that topic yet: exchange" + System.lineSeparator());
    assertThat(out.size()).isZero();
  }

  @Test
  void unknownOption_exits2WithTheUsage() {
    assertThat(run("custody", "--fast")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("safehand: usage: ");
  }

  @Test
  void commandLine_namesTopicsFormAndExtent() {
    assertThat(Request.parse(List.of("custody", "--tsv", "--long")))
        .isEqualTo(new Request(List.of(Topic.CUSTODY), Request.Form.TSV, Extent.LONG));
    assertThat(Request.parse(List.of()))
        .isEqualTo(new Request(List.of(Topic.values()), Request.Form.TABLE, Extent.USUAL));
  }
}
