package org.safehand.systemtests.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verification commands of the front page, run as they are written there. */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL);

  private final RunningGateway gateway = RunningGateway.get();

  @TempDir Path home;

  /** A checkout of which only {@code safehand} and {@code var/demo} matter. */
  @BeforeEach
  void layOut() throws Exception {
    Files.createSymbolicLink(home.resolve("safehand"), gateway.home().resolve("safehand"));
    Delivery delivery = gateway.delivered();
    byte[] note = delivery.samples().get(0).content().get().readAllBytes();
    Files.createDirectories(demo().resolve("agency"));
    Files.createDirectories(demo().resolve("exhibits"));
    Files.copy(delivery.packageFile(), demo().resolve("package.asice"));
    Files.copy(gateway.agencyKey(), demo().resolve("agency/key.pem"));
    Files.copy(gateway.agencyCertificate(), demo().resolve("agency/cert.pem"));
    Files.write(demo().resolve("exhibits/note.txt"), note);
    copyFolder(gateway.trust(), demo().resolve("trust"));
    gateway.exportLog(demo().resolve("log"));
  }

  @Test
  void commandsOfOurs_hold() throws Exception {
    List<String> commands = block("./safehand verify package").lines().toList();
    assertThat(commands).hasSize(3);
    for (String command : commands) {
      Command run = Command.run(home, List.of("bash", "-c", command));
      assertThat(run.exitCode()).as(command + "\n" + run.output()).isZero();
    }
  }

  @Test
  void commandsOfOthers_hold() throws Exception {
    for (String program : List.of("unzip", "openssl", "sha256sum")) {
      assumeTrue(Command.exists(program), "skipped: " + program + " is not installed");
    }
    Command run =
        Command.run(demo(), List.of("bash", "-e", "-c", block("unzip -q -o package.asice")));
    assertThat(run.exitCode()).as(run.output()).isZero();
    List<String> sums =
        run.output().lines().filter(line -> line.matches("[0-9a-f]{64} .*")).toList();
    assertThat(sums).hasSize(2);
    assertThat(sums.get(0).substring(0, 64)).isEqualTo(sums.get(1).substring(0, 64));
  }

  private Path demo() {
    return home.resolve("var/demo");
  }

  private String block(String start) throws IOException {
    return BLOCK
        .matcher(Files.readString(gateway.home().resolve("README.md"), UTF_8))
        .results()
        .map(match -> match.group(1))
        .filter(block -> block.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README.md has no block that starts " + start));
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
  }
}
