package org.safehand.systemtests.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every stable code stands on one page, and the page names no code that the source has not. */
class ErrorPageTest {
  /**
   * An enum constant whose first argument is a code, in a file named {@code …Code} or {@code
   * …Fault}.
   */
  private static final Pattern CONSTANT =
      Pattern.compile("^  [A-Z][A-Z0-9_]*\\(\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*)\"", Pattern.MULTILINE);

  private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

  /** Code, where it shows, and one sentence for people. */
  private static final Pattern WHOLE_ROW =
      Pattern.compile("\\| `[a-z0-9-]+` \\| [^|]+ \\| [^|{}*]+ \\|");

  @Test
  void page_listsExactlyTheCodesOfTheSource() throws IOException {
    Set<String> inSource = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Modules.SOURCES)) {
      for (Path file : files.filter(ErrorPageTest::holdsCodes).toList()) {
        inSource.addAll(codes(CONSTANT, file));
      }
    }
    assertThat(inSource).hasSizeGreaterThan(20);
    assertThat(codes(ROW, Modules.SOURCES.resolve("ERRORS.md"))).isEqualTo(inSource);
  }

  @Test
  void page_saysInWordsWhatEachCodeMeans() throws IOException {
    assertThat(Files.readAllLines(Modules.SOURCES.resolve("ERRORS.md"), UTF_8))
        .filteredOn(line -> ROW.matcher(line).find())
        .allSatisfy(line -> assertThat(line).matches(WHOLE_ROW));
  }

  private static boolean holdsCodes(Path file) {
    String path = file.toString();
    return path.contains("/src/main/java/")
        && (path.endsWith("Code.java") || path.endsWith("Fault.java"));
  }

  private static Set<String> codes(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file, UTF_8))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
