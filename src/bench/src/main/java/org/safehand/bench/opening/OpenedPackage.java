package org.safehand.bench.opening;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.process.Measured;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;

/** {@code safehand open} as a process, from its start to its end, beside openssl. */
public final class OpenedPackage {
  private static final Goal FASTER_THAN_ONE_MESSAGE = Goal.ratioAtMost(0.4);
  private static final Goal FASTER_THAN_THE_LOOP = Goal.ratioAtMost(0.7);
  private static final Goal MEMORY = Goal.valueAtMost(256);
  private static final Goal SEGMENT_MEMORY = Goal.valueAtMost(20);
  private static final double MEBIBYTE = 1 << 20;

  private final Workplace workplace;
  private final OpeningSize size;

  public OpenedPackage(Workplace workplace, OpeningSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** All figures about opening. */
  public List<Figure> take() throws InterruptedException {
    Path folder = workplace.folder().root().resolve("opening");
    List<Figure> figures = new ArrayList<>();
    try {
      figures.addAll(compared(folder));
      for (long bytes : size.growth()) {
        figures.addAll(grown(folder, bytes));
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      figures.add(new Figure("packaging.opened", FASTER_THAN_ONE_MESSAGE, "", NotTaken.because(e)));
    }
    return figures;
  }

  private Opening deliver(Path folder, long bytes) throws Exception {
    return new Opening(DeliveredPackage.make(folder, bytes), workplace.installation());
  }

  private List<Figure> compared(Path folder) throws Exception {
    workplace.tell("a package of " + size.bytes() + " bytes is opened, by us and by openssl");
    Opening opening = deliver(folder, size.bytes());
    opening.makeOneMessage();
    opening.unpack();
    List<Double> ours = new ArrayList<>();
    List<Double> message = new ArrayList<>();
    List<Double> segment = new ArrayList<>();
    List<Series> seconds =
        new Alternation(size.rounds())
            .run(
                "s",
                List.of(
                    () -> seconds(opening.bySafehand(), ours),
                    () -> seconds(opening.byOneMessage(), message),
                    () -> seconds(opening.byLoop(), new ArrayList<>()),
                    () -> seconds(opening.byOneSegment(), segment)));
    ServerFolder.delete(folder);
    return List.of(
        new Figure(
            "packaging.opened",
            FASTER_THAN_ONE_MESSAGE,
            "a cold process; the peer checks no digest and no seal",
            new Taken(seconds.get(0), new Peer("openssl, one message", seconds.get(1)))),
        new Figure(
            "packaging.opened-to-loop",
            FASTER_THAN_THE_LOOP,
            "the peer checks the same digests and no seal, after unzip",
            new Taken(seconds.get(0), new Peer("openssl, segment by segment", seconds.get(2)))),
        new Figure(
            "packaging.open-memory",
            MEMORY,
            "resident at most",
            new Taken(mebibytes(ours), new Peer("openssl, one message", mebibytes(message)))),
        new Figure(
            "packaging.openssl-segment-memory",
            SEGMENT_MEMORY,
            "openssl alone, one segment",
            new Taken(mebibytes(segment), null)));
  }

  private List<Figure> grown(Path folder, long bytes) throws Exception {
    String at = "-at-" + Math.round(bytes / MEBIBYTE) + "-mib";
    workplace.tell("a package of " + bytes + " bytes is opened");
    Opening opening = deliver(folder, bytes);
    List<Double> memory = new ArrayList<>();
    List<Series> seconds =
        new Alternation(1).run("s", List.of(() -> seconds(opening.bySafehand(), memory)));
    ServerFolder.delete(folder);
    return List.of(
        new Figure("packaging.opened" + at, null, "", new Taken(seconds.get(0), null)),
        new Figure("packaging.open-memory" + at, MEMORY, "", new Taken(mebibytes(memory), null)));
  }

  private static double seconds(Measured measured, List<Double> memory) {
    memory.add(measured.peakMebibytes());
    return measured.seconds();
  }

  /** Of every run but the first, which warms the file cache. */
  private static Series mebibytes(List<Double> peaks) {
    return new Series("MiB", peaks.subList(1, peaks.size()));
  }
}
