package org.safehand.bench.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.packing.CaseSize;
import org.safehand.bench.process.LimitedJava;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;

/** Many exhibits, each from a sender of its own, at the same time and in a limited heap. */
public final class ManyAtOnce {
  private static final int HEAP = 512;
  private static final Goal LIMIT = Goal.valueAtMost(HEAP);

  private final Workplace workplace;
  private final CaseSize size;

  public ManyAtOnce(Workplace workplace, CaseSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** How long it takes, and how much heap. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell(
        size.exhibits() + " exhibits of " + size.bytesEach() + " bytes are taken in at once");
    Path folder = workplace.folder().root().resolve("intake-many");
    try (LimitedJava process =
        LimitedJava.start(
            ManyProcess.class,
            HEAP,
            folder,
            List.of(
                folder.toString(),
                Integer.toString(size.exhibits()),
                Long.toString(size.bytesEach())))) {
      List<Series> seconds =
          new Alternation(size.rounds())
              .run(
                  "s",
                  List.of(() -> process.ask(ManyProcess.ONE_BY_ONE), () -> takeAndVerify(process)));
      double peak = process.ask(ManyProcess.PEAK);
      ServerFolder.delete(folder);
      return figures(
          new Taken(seconds.get(1), new Peer("one after the other", seconds.get(0))),
          new Taken(new Series("MiB", List.of(peak)), null));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return figures(NotTaken.because(e), NotTaken.because(e));
    }
  }

  /** Only the taking counts. */
  private double takeAndVerify(LimitedJava process) throws IOException {
    double seconds = process.ask(ManyProcess.ALL_AT_ONCE);
    double verified = process.ask(ManyProcess.VERIFY);
    if (verified != size.exhibits()) {
      throw new IOException("only " + verified + " exhibits are what was sent");
    }
    return seconds;
  }

  private List<Figure> figures(Outcome seconds, Outcome peak) {
    return List.of(
        new Figure(
            "packaging.intake-many",
            null,
            "all "
                + size.exhibits()
                + " stored, then decrypted and compared; a few at a time are read, others wait",
            seconds),
        new Figure(
            "packaging.intake-many-heap",
            LIMIT,
            "at most in use, what waits for the collector included; the hard limit is "
                + HEAP
                + " MiB",
            peak));
  }
}
