package org.safehand.bench.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.process.LimitedJava;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;

/**
 * How much heap the intake of one exhibit takes above what the process uses at rest: at most, with
 * what waits for the collector, under a hard limit. It should not grow with the exhibit.
 */
public final class IntakeHeap {
  private static final double ABOVE_REST = 64;
  private static final Goal GOAL = Goal.valueAtMost(ABOVE_REST);
  private static final long MEBIBYTE = 1 << 20;
  private static final int ROOMY = 512;

  private final Workplace workplace;
  private final List<Long> sizes;

  /** Takes in exhibits of so many bytes, one after the other. */
  public IntakeHeap(Workplace workplace, List<Long> sizes) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.sizes = List.copyOf(sizes);
  }

  /** A figure for each size. */
  public List<Figure> take() throws InterruptedException {
    Path folder = workplace.folder().root().resolve("intake-heap");
    List<Figure> figures = new ArrayList<>();
    for (long bytes : sizes) {
      workplace.tell("an exhibit of " + bytes + " bytes is taken in with little heap");
      figures.add(
          new Figure(
              "packaging.intake-heap-at-" + bytes / MEBIBYTE + "-mib",
              GOAL,
              "at most in use, above rest; the limit of the heap is "
                  + Math.round(ABOVE_REST)
                  + " MiB above rest",
              outcome(folder, bytes)));
    }
    return figures;
  }

  private static Outcome outcome(Path folder, long bytes) {
    try {
      Files.createDirectories(folder);
      SyntheticFile file = SyntheticFile.write(folder.resolve("exhibit"), bytes, 1);
      double rest = atRest(file);
      try (LimitedJava limited = IntakeProcess.start(file, (int) Math.floor(rest + ABOVE_REST))) {
        limited.ask(IntakeProcess.TAKE);
        limited.ask(IntakeProcess.TAKE);
        double peak = limited.ask(IntakeProcess.PEAK);
        return new Taken(new Series("MiB", List.of(peak - rest)), null);
      } finally {
        ServerFolder.delete(folder);
      }
    } catch (IOException e) {
      return NotTaken.because(e);
    }
  }

  private static double atRest(SyntheticFile file) throws IOException {
    try (LimitedJava roomy = IntakeProcess.start(file, ROOMY)) {
      return roomy.ask(IntakeProcess.IDLE);
    }
  }
}
