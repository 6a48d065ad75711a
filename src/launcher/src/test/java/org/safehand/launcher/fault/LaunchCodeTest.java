package org.safehand.launcher.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaunchCodeTest {
  private static final Pattern SAID_BY_SCRIPT =
      Pattern.compile("\\bfail ([a-z-]+) \"[^\"]*\" (\\d+)");

  @Test
  void code_saidByTheScript_isOneOfTheseWithTheSameExit() throws IOException {
    Map<String, LaunchCode> codes =
        Stream.of(LaunchCode.values())
            .collect(Collectors.toMap(LaunchCode::wire, Function.identity()));
    String script = Files.readString(Path.of("../../safehand"), UTF_8);
    assertThat(SAID_BY_SCRIPT.matcher(script).results().map(result -> result.group(1)))
        .contains("java-too-old", "tool-missing", "build-failed");
    for (MatchResult said : SAID_BY_SCRIPT.matcher(script).results().toList()) {
      LaunchCode code = codes.get(said.group(1));
      assertThat(code).as(said.group()).isNotNull();
      assertThat(code.exit()).as(said.group()).isEqualTo(Integer.parseInt(said.group(2)));
    }
  }
}
