package org.safehand.custody.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.Vector;
import org.safehand.custody.vectors.form.VectorKind;

/**
 * The suite in src/vectors is what the writers here make, and the verifiers here say of each vector
 * what it expects. With {@code -Dvectors.write=true} the files are written first.
 */
class VectorSuiteTest {
  private static final long MAX_BYTES = 2_500_000;

  @BeforeAll
  static void writeIfAsked() throws Exception {
    if (Boolean.getBoolean("vectors.write")) {
      for (VectorKind kind : Kinds.ALL) {
        Suite.made(kind).write();
      }
    }
  }

  static List<VectorKind> kinds() {
    return Kinds.ALL;
  }

  static Stream<Arguments> vectors() throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (VectorKind kind : Kinds.ALL) {
      Suite suite = Suite.kept(kind);
      suite.names().forEach(name -> all.add(Arguments.of(kind.name(), name)));
    }
    return all.build();
  }

  private static Map<String, String> files(Suite suite) {
    Map<String, String> files = new TreeMap<>();
    suite.vectors().forEach((name, vector) -> files.put(name, vector.format()));
    return files;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keptVectors_areWhatTheWritersMake(VectorKind kind) throws Exception {
    assertThat(files(Suite.kept(kind))).isEqualTo(files(Suite.made(kind)));
  }

  @ParameterizedTest(name = "{0}/{1}")
  @MethodSource("vectors")
  void keptVector_isJudgedAsItExpects(String kindName, String name) throws Exception {
    VectorKind kind =
        Kinds.ALL.stream().filter(one -> one.name().equals(kindName)).findFirst().orElseThrow();
    Suite suite = Suite.kept(kind);
    Vector vector = suite.get(name);
    assertThat(vector.kind()).isEqualTo(kindName);
    assertThat(kind.judge(vector, suite)).as(vector.shows()).isEqualTo(vector.expect());
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
