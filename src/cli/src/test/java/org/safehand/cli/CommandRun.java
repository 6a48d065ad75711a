package org.safehand.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.safehand.cli.terminal.Terminal;

/** One run of the command line in this process: its exit code and what it wrote. */
public final class CommandRun {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Deque<String> person = new ArrayDeque<>();
  private int exit = -1;

  /** Runs to the end. */
  public static CommandRun of(Object... arguments) {
    CommandRun run = new CommandRun();
    run.execute(arguments);
    return run;
  }

  /** Runs to the end, with a person who types one of {@code answers} after the other. */
  public static CommandRun typing(List<String> answers, Object... arguments) {
    CommandRun run = new CommandRun();
    run.person.addAll(answers);
    run.execute(arguments);
    return run;
  }

  /** Runs to the end; what it writes can be read meanwhile. */
  public void execute(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = arguments[i].toString();
    }
    PrintWriter output = new PrintWriter(out, true);
    PrintWriter errors = new PrintWriter(err, true);
    Terminal terminal =
        new Terminal(
            output,
            errors,
            false,
            text -> Optional.ofNullable(person.poll()).map(String::toCharArray));
    exit = Main.run(terminal, output, errors, texts);
  }

  public int exit() {
    return exit;
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  @Override
  public String toString() {
    return "exit " + exit + "\n" + out + err;
  }
}
