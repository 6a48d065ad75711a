package org.safehand.systemtests.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the front page names is there. Its commands are run by {@code ReadmeIT}. */
class ReadmeTest {
  private static final Path HOME = Modules.parent(Modules.SOURCES);
  private static final Pattern CLASS = Pattern.compile("`(org\\.safehand(?:\\.\\w+)+)`");
  private static final Pattern FILE =
      Pattern.compile("(?:`|\\]\\()((?:src|config|ear)/[\\w./-]+)(?:`|\\))");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:IT|Test))`");

  @Test
  void classesNamed_exist() throws IOException {
    List<String> named = named(CLASS);
    assertThat(named).hasSize(9);
    assertThat(named)
        .allSatisfy(
            name -> {
              String module = name.split("\\.", -1)[2];
              Path file = Path.of(module, "src/main/java", name.replace('.', '/') + ".java");
              assertThat(Modules.SOURCES.resolve(file)).exists();
            });
  }

  @Test
  void filesNamed_exist() throws IOException {
    List<String> named = named(FILE).stream().filter(name -> !name.contains("/target/")).toList();
    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named).allSatisfy(name -> assertThat(HOME.resolve(name)).exists());
  }

  @Test
  void testsNamed_exist() throws IOException {
    List<String> named = named(TEST);
    assertThat(named).isNotEmpty();
    try (Stream<Path> files = Files.walk(Modules.SOURCES)) {
      List<String> sources =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".java"))
              .toList();
      assertThat(sources).containsAll(named.stream().map(name -> name + ".java").toList());
    }
  }

  private static List<String> named(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(HOME.resolve("README.md"), UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1))
        .distinct()
        .toList();
  }
}
