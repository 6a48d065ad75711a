package org.safehand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import org.safehand.cli.terminal.Terminal;

/** Starts the command {@code safehand}. */
public final class Main {
  private Main() {}

  /** Ends the process with the exit code of the command. */
  @SuppressWarnings("SystemConsoleNull") // JDK 22 always has one; progress is then drawn, no more
  public static void main(String[] arguments) {
    Console console = System.console();
    PrintWriter out = new PrintWriter(System.out, false, UTF_8);
    PrintWriter err = new PrintWriter(System.err, false, UTF_8);
    Terminal terminal =
        new Terminal(
            out,
            err,
            console != null,
            text -> Optional.ofNullable(console).map(present -> present.readPassword("%s", text)));
    System.exit(run(terminal, out, err, arguments));
  }

  /** Runs one command and returns its exit code, which is never that of an accident. */
  static int run(Terminal terminal, PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return CommandTree.of(terminal, Clock.systemUTC()).setOut(out).setErr(err).execute(arguments);
    } catch (RuntimeException | Error fault) {
      return new Failures(terminal).end(fault, "safehand");
    } finally {
      out.flush();
      err.flush();
    }
  }
}
