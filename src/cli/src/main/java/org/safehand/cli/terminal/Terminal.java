package org.safehand.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.safehand.cli.outcome.CliException;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Where a command writes: data to standard output, everything else to standard error. */
public final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean interactive;
  private final PasswordPrompt prompt;
  private OutputFormat format = OutputFormat.TABLE;

  /**
   * A terminal over two streams.
   *
   * @param interactive whether a person watches, so that progress may overwrite itself
   */
  public Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
    this(out, err, interactive, text -> Optional.empty());
  }

  /**
   * A terminal over two streams.
   *
   * @param interactive whether a person watches, so that progress may overwrite itself
   * @param prompt how a person is asked for a password
   */
  public Terminal(PrintWriter out, PrintWriter err, boolean interactive, PasswordPrompt prompt) {
    this.prompt = requireNonNull(prompt, "prompt is null");
    this.out = requireNonNull(out, "out is null");
    this.err = requireNonNull(err, "err is null");
    this.interactive = interactive;
  }

  public void format(OutputFormat chosen) {
    this.format = requireNonNull(chosen, "chosen is null");
  }

  /** One object: JSON, or a line for each value in it. */
  public void show(JsonObject value) {
    if (format == OutputFormat.JSON) {
      json(value);
    } else {
      new Table(Table.leaves(value)).write(out);
    }
    out.flush();
  }

  /** For a program that asked for JSON: what a person is told on standard error. */
  public void showJson(JsonObject value) {
    if (format == OutputFormat.JSON) {
      json(value);
      out.flush();
    }
  }

  /** The array {@code name} of {@code whole}: JSON of the whole, or a row for each element. */
  public void showList(JsonObject whole, String name, List<String> columns) throws JsonException {
    if (format == OutputFormat.JSON) {
      json(whole);
    } else {
      JsonArray rows = whole.array(name);
      Table.of(columns, rows.objects()).write(out);
    }
    out.flush();
  }

  private void json(JsonObject value) {
    out.println(new String(Jcs.write(value), UTF_8));
  }

  /** One line of data, the same in every format, seen at once by whoever reads the output. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line for people. */
  public void note(String text) {
    err.println(PlainText.of(text));
    err.flush();
  }

  /** The one line that tells why a command failed. */
  public void failure(CliException failure) {
    note(failure.code() + ": " + failure.place() + ": " + failure.explanation());
  }

  /** What a person types in answer to {@code text}, unseen; empty if there is nobody. */
  public Optional<char[]> askPassword(String text) {
    return prompt.ask(text);
  }

  /** Shows how much of {@code total} bytes is done. */
  public Progress progress(String label, long total) {
    return new Progress(PlainText.of(label), total, err, interactive);
  }
}
