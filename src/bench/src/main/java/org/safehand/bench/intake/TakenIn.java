package org.safehand.bench.intake;

import static java.util.Objects.requireNonNull;

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

  /** All figures about its speed. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell("an exhibit of " + bytes + " bytes is taken in, beside other tools");
    Path folder = workplace.folder().root().resolve("intake");
    try {
      Files.createDirectories(folder);
      SyntheticFile file = SyntheticFile.write(folder.resolve("exhibit"), bytes, 1);
      List<EncryptingTool> tools = EncryptingTool.all(folder);
      List<Figure> figures = new ArrayList<>();
      compared(file, tools, figures);
      ServerFolder.delete(folder);
      return figures;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return List.of(figure("packaging.intake", HALF, "", NotTaken.because(e)));
    }
  }

  private void compared(SyntheticFile file, List<EncryptingTool> tools, List<Figure> figures)
      throws Exception {
    try (LimitedJava ours = IntakeProcess.start(file, ROOMY)) {
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
    }
  }

  private static Figure figure(String name, @Nullable Goal goal, String note, Outcome outcome) {
    return new Figure(name, goal, note, outcome);
  }
}
