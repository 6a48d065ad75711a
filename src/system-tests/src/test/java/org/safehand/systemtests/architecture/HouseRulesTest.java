package org.safehand.systemtests.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the code: small files, small packages, every package described. */
class HouseRulesTest {
  private static final int LINES = 400;
  private static final int FILES_A_PACKAGE = 12;

  @Test
  void file_hasAtMostFourHundredLines() {
    assertThat(javaFiles().filter(file -> lines(file).size() > LINES)).isEmpty();
  }

  @Test
  void package_hasAtMostTwelveFilesAndADescription() {
    Map<Path, List<Path>> packages =
        javaFiles()
            .filter(file -> file.toString().contains("/src/main/"))
            .collect(Collectors.groupingBy(file -> Modules.parent(file)));
    assertThat(packages)
        .allSatisfy(
            (folder, files) -> {
              assertThat(folder.resolve("package-info.java")).exists();
              assertThat(files).as(folder.toString()).hasSizeLessThanOrEqualTo(FILES_A_PACKAGE + 1);
            });
  }

  @Test
  void package_isANounOfTheField() {
    assertThat(javaFiles().map(file -> String.valueOf(Modules.parent(file).getFileName())))
        .doesNotContain("util", "utils", "impl", "manager", "helper", "helpers", "common");
  }

  @Test
  void tests_leaveNothingOutsideTheBuild() throws IOException {
    assertThat(Path.of(System.getProperty("java.io.tmpdir")))
        .isDirectory()
        .startsWith(Path.of("target").toAbsolutePath());
    for (Path pom : poms()) {
      assertThat(Files.readAllLines(pom).stream().filter(line -> line.contains("<argLine>")))
          .as(pom.toString())
          .allMatch(line -> line.contains("\"-Djava.io.tmpdir=${project.build.directory}/tmp\""));
    }
  }

  /** Of every module, and the one above them. */
  private static List<Path> poms() throws IOException {
    try (Stream<Path> files =
        Files.find(Modules.SOURCES, 3, (file, is) -> file.endsWith("pom.xml"))) {
      return Stream.concat(files, Stream.of(Path.of("../../pom.xml"))).toList();
    }
  }

  private static Stream<Path> javaFiles() {
    try (Stream<Path> files = Files.walk(Modules.SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> !file.toString().contains("/node_modules/"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
