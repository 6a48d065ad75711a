package org.safehand.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.json.JsonException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

class DemoCaseTest {
  private final Path temporary;

  DemoCaseTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void cases_shipped_areAtLeastThreeExercisesAndTheLastUsesEveryExhibit()
      throws IOException, JsonException {
    List<DemoCase> cases = DemoCase.readAll(Path.of("../../config/demo"));
    assertThat(cases).hasSizeGreaterThanOrEqualTo(3);
    for (DemoCase example : cases) {
      assertThat(example.document().object("header").bool("exercise")).isTrue();
      assertThat(example.recipients()).contains("AG-N-001");
    }
    assertThat(cases.get(cases.size() - 1).exhibits())
        .containsExactly("note.txt", "picture.png", "random.bin");
  }

  @Test
  void opened_thatDiffersInOneByte_isNotEqual() throws IOException, LaunchException {
    DemoFolder folder = new DemoFolder(temporary);
    Files.createDirectories(folder.exhibits());
    Files.createDirectories(folder.opened());
    Files.write(folder.exhibits().resolve("a"), new byte[] {1, 2, 3});
    Files.write(folder.opened().resolve("0001.bin"), new byte[] {1, 2, 3});
    folder.requireEqual(List.of("a"));
    Files.write(folder.opened().resolve("0001.bin"), new byte[] {1, 2, 4});
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> folder.requireEqual(List.of("a")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(LaunchCode.DEMO_FAILED));
  }
}
