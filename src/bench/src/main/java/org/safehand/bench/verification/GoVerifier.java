package org.safehand.bench.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.bench.log.GeneratedLog;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.process.Programs;

/**
 * The peer from outside: a verifier of an exported log in Go that shares nothing with ours but the
 * specifications. Built here from the source beside this class, where a Go compiler is installed.
 */
final class GoVerifier {
  private static final String SOURCE = "verifylog.go";

  private final Path program;

  private GoVerifier(Path program) {
    this.program = program;
  }

  /** The program, or empty where there is no {@code go}. */
  static Optional<GoVerifier> build(Workplace workplace) throws IOException, InterruptedException {
    Optional<Path> go = Programs.find("go");
    if (go.isEmpty()) {
      return Optional.empty();
    }
    Path folder = Files.createDirectories(workplace.folder().root().resolve("go"));
    try (InputStream source = GoVerifier.class.getResourceAsStream(SOURCE)) {
      Files.write(
          folder.resolve(SOURCE), requireNonNull(source, "the source is missing").readAllBytes());
    }
    Path program = folder.resolve("verifylog");
    run(folder, List.of(go.get().toString(), "build", "-o", program.toString(), SOURCE));
    return Optional.of(new GoVerifier(program));
  }

  /** Processor time of verifying {@code log}, in nanoseconds, as the program tells it. */
  long nanos(GeneratedLog log) throws IOException, InterruptedException {
    return Long.parseLong(
        run(log.folder(), List.of(program.toString(), ".", log.key().verifierKey().toString()))
            .strip());
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GOMAXPROCS", "1",
                "GOFLAGS", "",
                "GO111MODULE", "off",
                "GOCACHE", folder.resolve("cache").toString()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + ": " + output.strip());
    }
    return output;
  }
}
