package org.safehand.bench.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.process.AnswerLoop;
import org.safehand.bench.process.Helper;
import org.safehand.referral.exhibit.Exhibit;

/**
 * Takes one file in as often as it is asked to, in a process of its own: {@code FILE SHA256 VAULT}.
 */
public final class IntakeProcess {
  static final String IDLE = "idle";
  static final String TAKE = "take";

  private static final double BYTES_PER_MEBIBYTE = 1 << 20;

  private IntakeProcess() {}

  /** Answers {@link #IDLE} with the heap in use in MiB, {@link #TAKE} with seconds. */
  public static void main(String[] arguments) throws Exception {
    SyntheticFile file = SyntheticFile.read(Path.of(arguments[0]), arguments[1]);
    IntakeVault vault = new IntakeVault(Path.of(arguments[2]), Helper.thread());
    List<Exhibit> last = new ArrayList<>();
    AnswerLoop.run(question -> question.equals(IDLE) ? idle() : take(vault, file, last));
  }

  private static double idle() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_PER_MEBIBYTE;
  }

  /** What was taken last goes just before, as the other tools write over what they wrote. */
  private static double take(IntakeVault vault, SyntheticFile file, List<Exhibit> last)
      throws Exception {
    last.forEach(vault::discard);
    last.clear();
    return AnswerLoop.seconds(() -> last.add(vault.take(file, 1)));
  }
}
