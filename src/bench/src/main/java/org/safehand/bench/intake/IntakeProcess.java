package org.safehand.bench.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.bench.process.Heap;
import org.safehand.bench.process.Helper;
import org.safehand.bench.process.LimitedJava;
import org.safehand.referral.exhibit.Exhibit;

/**
 * Takes one file in as often as it is asked to, in a process of its own: {@code FILE SHA256 VAULT}.
 */
public final class IntakeProcess {
  static final String IDLE = "idle";
  static final String TAKE = "take";
  static final String PEAK = "peak";

  private IntakeProcess() {}

  /** Starts it for {@code file}, with a heap of so many MiB and a vault of its own. */
  static LimitedJava start(SyntheticFile file, int heap) throws IOException {
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

  /**
   * Answers {@link #IDLE} with the heap in use in MiB, {@link #TAKE} with seconds, {@link #PEAK}
   * with the most heap in use in MiB.
   */
  public static void main(String[] arguments) throws Exception {
    SyntheticFile file = SyntheticFile.read(Path.of(arguments[0]), arguments[1]);
    IntakeVault vault = new IntakeVault(Path.of(arguments[2]), Helper.thread());
    List<Exhibit> last = new ArrayList<>();
    AnswerLoop.run(
        question ->
            switch (question) {
              case IDLE -> Heap.atRest();
              case PEAK -> Heap.peak();
              default -> take(vault, file, last);
            });
  }

  /** What was taken last goes just before, as the other tools write over what they wrote. */
  private static double take(IntakeVault vault, SyntheticFile file, List<Exhibit> last)
      throws Exception {
    last.forEach(vault::discard);
    last.clear();
    return AnswerLoop.seconds(() -> last.add(vault.take(file, 1)));
  }
}
