package org.safehand.bench.packing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.process.LimitedJava;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;

/**
 * One case for three agencies, sealed and packed by us, beside libraries that put the same exhibits
 * into one signed ASiC-E container.
 */
public final class ComparedContainers {
  private static final Goal EIGHTH = Goal.ratioAtMost(1 / 8.0);
  private static final long MEBIBYTE = 1 << 20;

  private final Workplace workplace;
  private final CaseSize size;

  /** Compares over {@code size}, the same for all. */
  public ComparedContainers(Workplace workplace, CaseSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /**
   * What a library is asked for.
   *
   * @param question how it should write
   */
  private record Asked(
      String figure, ContainerPeer peer, String question, @Nullable Goal goal, String note) {}

  private static final List<Asked> ALL =
      List.of(
          new Asked(
              "packaging.packed-to-dss",
              ContainerPeer.DSS,
              "deflated",
              EIGHTH,
              "CAdES-BASELINE-LT, compressed as DSS does by itself"),
          new Asked(
              "packaging.packed-to-dss-stored",
              ContainerPeer.DSS,
              "stored",
              null,
              "CAdES-BASELINE-LT, told not to compress"),
          new Asked(
              "packaging.packed-to-digidoc4j",
              ContainerPeer.DIGIDOC4J,
              "deflated",
              EIGHTH,
              "XAdES-BASELINE-LT, compressed as digidoc4j always does"));

  /** A figure for each. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell(
        size.exhibits() + " exhibits of " + size.bytesEach() + " bytes are packed, beside others");
    Path folder = workplace.folder().root().resolve("containers");
    try {
      Path exhibits = Files.createDirectories(folder.resolve("exhibits"));
      for (int number = 1; number <= size.exhibits(); number++) {
        SyntheticFile.write(exhibits.resolve("exhibit-" + number), size.bytesEach(), number);
      }
      List<Figure> figures = new ArrayList<>();
      for (Asked asked : ALL) {
        figures.add(figure(asked, outcome(folder.resolve(asked.figure()), exhibits, asked)));
      }
      ServerFolder.delete(folder);
      return figures;
    } catch (IOException e) {
      return ALL.stream().map(asked -> figure(asked, NotTaken.because(e))).toList();
    }
  }

  private Outcome outcome(Path work, Path exhibits, Asked asked) throws InterruptedException {
    try (LimitedJava ours = PackingProcess.start(work.resolve("ours"), size);
        LimitedJava peer = asked.peer().start(workplace.installation(), work, exhibits)) {
      List<Series> seconds =
          new Alternation(size.rounds())
              .run(
                  "s",
                  List.of(() -> ours.ask(PackingProcess.PACK), () -> peer.ask(asked.question())));
      ServerFolder.delete(work);
      return new Taken(seconds.get(0), new Peer(asked.peer().name(), seconds.get(1)));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return NotTaken.because(e);
    }
  }

  private Figure figure(Asked asked, Outcome outcome) {
    return new Figure(
        asked.figure(),
        asked.goal(),
        size.exhibits()
            + " x "
            + size.bytesEach() / MEBIBYTE
            + " MiB for both; ours three packages, encrypted, ready to be sent, the peer's one"
            + " container, not encrypted: "
            + asked.note(),
        outcome);
  }
}
