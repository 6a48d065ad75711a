package org.safehand.bench.intake;

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
 * One exhibit from a file into the vault: two digests, encryption, a digest of the ciphertext, on
 * the disk for certain. The peers do less: one digest and encryption, or encryption alone.
 */
public final class TakenIn {
  private static final Goal HALF = Goal.ratioAtMost(0.5);
  private static final double HEAP_ABOVE_IDLE = 64;
  private static final Goal HEAP = Goal.valueAtMost(HEAP_ABOVE_IDLE);
  private static final int ROOMY = 512;

  private final Workplace workplace;
  private final long bytes;
  private final int rounds;

  /** Takes in exhibits of {@code bytes} bytes. */
  public TakenIn(Workplace workplace, long bytes, int rounds) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.bytes = bytes;
    this.rounds = rounds;
  }

  /** All figures about intake. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell("an exhibit of " + bytes + " bytes is taken in, beside other tools");
    Path folder = workplace.folder().root().resolve("intake");
    try {
      Files.createDirectories(folder);
      SyntheticFile file = SyntheticFile.write(folder.resolve("exhibit"), bytes, 1);
      List<EncryptingTool> tools = EncryptingTool.all(folder);
      List<Figure> figures = new ArrayList<>();
      double idle = compared(file, tools, figures);
      figures.add(
          new Figure(
              "packaging.intake-heap",
              HEAP,
              "hard limit above " + Math.round(idle) + " MiB in use at rest",
              limited(file, idle)));
      ServerFolder.delete(folder);
      return figures;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return List.of(figure("packaging.intake", HALF, "", NotTaken.because(e)));
    }
  }

  private double compared(SyntheticFile file, List<EncryptingTool> tools, List<Figure> figures)
      throws Exception {
    try (LimitedJava ours = start(file, ROOMY)) {
      double idle = ours.ask(IntakeProcess.IDLE);
      List<EncryptingTool> present = tools.stream().filter(EncryptingTool::isHere).toList();
      List<Alternation.Contender> contenders = new ArrayList<>();
      contenders.add(() -> ours.ask(IntakeProcess.TAKE));
      present.forEach(tool -> contenders.add(() -> tool.seconds(file)));
      List<Series> seconds = new Alternation(rounds).run("s", contenders);
      for (EncryptingTool tool : tools) {
        int at = present.indexOf(tool);
        figures.add(
            figure(
                tool.figure(),
                tool.isMeasure() ? HALF : null,
                tool.note(),
                at < 0
                    ? new NotTaken(tool.program() + " is not installed")
                    : new Taken(seconds.get(0), new Peer(tool.name(), seconds.get(at + 1)))));
      }
      return idle;
    }
  }

  private Outcome limited(SyntheticFile file, double idle) {
    int limit = (int) Math.floor(idle + HEAP_ABOVE_IDLE);
    try (LimitedJava ours = start(file, limit)) {
      ours.ask(IntakeProcess.TAKE);
      return new Taken(new Series("MiB", List.of(limit - idle)), null);
    } catch (IOException e) {
      return NotTaken.because(e);
    }
  }

  private static LimitedJava start(SyntheticFile file, int heap) throws IOException {
    Path folder = requireNonNull(file.path().getParent(), "no folder");
    return LimitedJava.start(
        IntakeProcess.class,
        heap,
        folder,
        List.of(
            file.path().toString(),
            file.sha256().hex(),
            folder.resolve("vault-" + heap).toString()));
  }

  private static Figure figure(String name, @Nullable Goal goal, String note, Outcome outcome) {
    return new Figure(name, goal, note, outcome);
  }
}
