package org.safehand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.report.Machine;
import org.safehand.bench.report.TableReport;
import org.safehand.bench.report.TsvReport;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.place.Installation;

/** {@code bench [TOPIC...] [--tsv] [--long]}: the report on stdout, progress on stderr. */
public final class Main {
  private static final int MISUSE = 2;
  private static final int UNUSABLE = 9;
  private static final int INTERRUPTED = 130;

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private Main() {}

  public static void main(String[] arguments) {
    ROOT.setLevel(Level.SEVERE);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(run(List.of(arguments), System.getenv(), out, err));
  }

  /**
   * Answers the command line.
   *
   * @return the exit code: 0 whether goals are held or not
   */
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    CommandLine command = Request.parse(arguments);
    if (command instanceof Misuse misuse) {
      err.println("safehand: " + misuse.message());
      return MISUSE;
    }
    try {
      measure((Request) command, environment, out, err);
      return 0;
    } catch (IOException e) {
      err.println("safehand: " + e.getMessage());
      return UNUSABLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }

  private static void measure(
      Request request, Map<String, String> environment, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    Path home = Path.of(environment.getOrDefault("SAFEHAND_HOME", ""));
    Path var =
        Optional.ofNullable(environment.get("SAFEHAND_VAR"))
            .filter(value -> !value.isBlank())
            .map(Path::of)
            .orElse(home.resolve("var"));
    List<Figure> figures = new ArrayList<>();
    err.println(Machine.now());
    try (Workplace workplace = Workplace.open(new Installation(home), var.resolve("bench"), err)) {
      for (Topic topic : request.topics()) {
        figures.addAll(topic.take(workplace, request.extent()));
      }
    }
    err.println(Machine.now());
    out.print(
        request.form() == Request.Form.TSV ? TsvReport.text(figures) : TableReport.text(figures));
  }
}
