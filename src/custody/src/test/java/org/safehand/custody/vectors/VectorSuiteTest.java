package org.safehand.custody.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.SuiteContract;
import org.safehand.custody.vectors.form.VectorKind;

/** The suite of the custody log. */
class VectorSuiteTest extends SuiteContract {
  private static final long MAX_BYTES = 2_500_000;

  VectorSuiteTest() {
    super(Kinds.ALL);
  }

  @Test
  void suite_isSmallAndOfKnownKinds() throws IOException {
    try (Stream<Path> files = Files.walk(Suite.FOLDER)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MAX_BYTES);
    }
    try (Stream<Path> folders = Files.list(Suite.FOLDER).filter(Files::isDirectory)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Kinds.ALL.stream().map(VectorKind::name).toList());
    }
  }
}
