package org.safehand.cli.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClearFileTest {
  private final Path folder;
  private final Path out;
  private final ProcessBuilder holder;

  ClearFileTest(@TempDir Path folder) {
    this.folder = folder;
    out = folder.resolve("exhibit.bin");
    holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HeldPart.class.getName(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  @Test
  void part_ofAProcessThatIsTerminated_isRemoved() throws Exception {
    Process process = holder.start();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      assertThat(lines.readLine()).isEqualTo(HeldPart.BEGUN);
      assertThat(files())
          .singleElement()
          .satisfies(part -> assertThat(part).hasContent(HeldPart.CLEAR));
      assertThat(process.supportsNormalTermination()).isTrue();
      assertThat(process.toHandle().destroy()).isTrue();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("ended by SIGTERM, not by itself").isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void part_finished_isTheFileAlone() throws Exception {
    byte[] clear = HeldPart.CLEAR.getBytes(UTF_8);
    try (ClearFile.Part part = ClearFile.of(out).begin()) {
      part.write(clear, clear.length);
      part.finish();
    }
    assertThat(files()).containsExactly(out);
    assertThat(out).hasBinaryContent(clear);
  }

  @Test
  void part_closedUnfinished_isRemoved() throws Exception {
    byte[] clear = HeldPart.CLEAR.getBytes(UTF_8);
    try (ClearFile.Part part = ClearFile.of(out).begin()) {
      part.write(clear, clear.length);
      assertThat(files()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
