package org.safehand.custody.vectors.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every suite in a folder src/vectors: it is what the writers here make, and the
 * verifiers here say of each vector what it expects. With {@code -Dvectors.write=true} the files
 * are written first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SuiteContract {
  private final List<VectorKind> kinds;

  /** The suite of {@code kinds}. */
  protected SuiteContract(List<VectorKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @BeforeAll
  void writeIfAsked() throws Exception {
    if (Boolean.getBoolean("vectors.write")) {
      writeFiles();
      for (VectorKind kind : kinds) {
        Suite.made(kind).write();
      }
    }
  }

  /** Writes what stands beside the vectors, if there is anything. */
  protected void writeFiles() throws IOException {}

  List<VectorKind> kinds() {
    return kinds;
  }

  Stream<Arguments> vectors() throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (VectorKind kind : kinds) {
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
        kinds.stream().filter(one -> one.name().equals(kindName)).findFirst().orElseThrow();
    Suite suite = Suite.kept(kind);
    Vector vector = suite.get(name);
    assertThat(vector.kind()).isEqualTo(kindName);
    assertThat(kind.judge(vector, suite)).as(vector.shows()).isEqualTo(vector.expect());
  }
}
