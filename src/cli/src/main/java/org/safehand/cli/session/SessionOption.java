package org.safehand.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --session} of every command that works as a signed-in person. */
public final class SessionOption {
  @Option(
      names = "--session",
      paramLabel = "FILE",
      description = "Who is signed in (default: SAFEHAND_SESSION, or ~/.safehand/session.json).")
  private Optional<Path> file = Optional.empty();

  /** The file that was named, or the usual one. */
  public SessionFile file() {
    return new SessionFile(file.orElseGet(SessionOption::usual));
  }

  private static Path usual() {
    String named = System.getenv("SAFEHAND_SESSION");
    return named == null || named.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".safehand", "session.json")
        : Path.of(named);
  }
}
