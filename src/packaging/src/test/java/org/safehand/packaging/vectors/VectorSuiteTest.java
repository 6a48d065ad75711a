package org.safehand.packaging.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.vectors.form.Suite;
import org.safehand.custody.vectors.form.SuiteContract;
import org.safehand.custody.vectors.form.VectorKind;
import org.safehand.custody.vectors.log.Scratch;
import org.safehand.packaging.fault.PackageFault;
import org.safehand.packaging.vectors.archive.FixedArchives;
import org.safehand.packaging.vectors.fixed.FixedPackages;

/** The suite of the sealed package: its vectors, and the files that stand beside them. */
class VectorSuiteTest extends SuiteContract {
  private static final long MAX_BYTES = 2_500_000;

  VectorSuiteTest() {
    super(Kinds.ALL);
  }

  private static Map<String, byte[]> files(Path scratch) {
    Map<String, byte[]> files = FixedPackages.files(scratch);
    files.putAll(FixedArchives.files());
    return files;
  }

  @Override
  protected void writeFiles() throws IOException {
    try (Scratch scratch = new Scratch()) {
      for (Map.Entry<String, byte[]> file : files(scratch.folder()).entrySet()) {
        Path place = Suite.FOLDER.resolve(file.getKey());
        Files.createDirectories(place.getParent());
        Files.write(place, file.getValue());
      }
    }
  }

  @Test
  void keptFiles_areWhatTheWritersMake(@TempDir Path scratch) throws IOException {
    Map<String, byte[]> made = files(scratch);
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      assertThat(Suite.FOLDER.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
    Set<String> beside = new TreeSet<>(made.keySet());
    beside.addAll(Set.of("README.md", "keys/rsa-recipient.pem", "keys/rsa-seal.pem"));
    Set<String> kinds = Kinds.names();
    try (Stream<Path> files = Files.walk(Suite.FOLDER).filter(Files::isRegularFile)) {
      assertThat(
              files
                  .map(file -> Suite.FOLDER.relativize(file).toString())
                  .filter(file -> !kinds.contains(file.replaceAll("/.*", "")))
                  .collect(Collectors.toSet()))
          .isEqualTo(beside);
    }
  }

  @Test
  void everyCodeOfARefusedPackage_hasAVector() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (VectorKind kind : Kinds.ALL) {
      Suite.kept(kind).vectors().values().forEach(vector -> expected.add(vector.expect()));
    }
    assertThat(expected)
        .containsAll(Arrays.stream(PackageFault.values()).map(PackageFault::code).toList());
  }

  @Test
  void readme_showsItsExampleAsItIs() throws IOException {
    assertThat(Files.readString(Suite.FOLDER.resolve("README.md")))
        .contains(
            "```\n"
                + Files.readString(Suite.FOLDER.resolve("package/flip-case-case-cms.txt"))
                + "```");
  }

  @Test
  void suite_isSmall() throws IOException {
    try (Stream<Path> files = Files.walk(Suite.FOLDER)) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(MAX_BYTES);
    }
  }
}
