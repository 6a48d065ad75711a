package org.safehand.bench.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.safehand.bench.exhibit.IntakeVault;
import org.safehand.bench.exhibit.SyntheticFile;
import org.safehand.bench.peer.AnswerLoop;
import org.safehand.bench.process.Heap;
import org.safehand.bench.process.Helper;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.stream.SegmentBuffers;

/**
 * Takes many files in as often as it is asked to, in a process of its own: {@code FOLDER EXHIBITS
 * BYTES}. As many at a time as in the gateway are read, whoever sends.
 */
public final class ManyProcess {
  static final String ALL_AT_ONCE = "all-at-once";
  static final String ONE_BY_ONE = "one-by-one";
  static final String PEAK = "peak";
  static final String VERIFY = "verify";

  private final List<SyntheticFile> files;
  private final IntakeVault vault;
  private final ExecutorService senders;
  private final List<Exhibit> taken = new ArrayList<>();

  private ManyProcess(List<SyntheticFile> files, IntakeVault vault) {
    this.files = files;
    this.vault = vault;
    this.senders = Helper.threads(files.size());
  }

  /**
   * Answers {@link #ALL_AT_ONCE} and {@link #ONE_BY_ONE} with seconds, {@link #PEAK} with the most
   * heap in use in MiB, {@link #VERIFY} with how many exhibits decrypt to what was sent.
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<SyntheticFile> files = new ArrayList<>();
    for (int i = 1; i <= Integer.parseInt(arguments[1]); i++) {
      files.add(
          SyntheticFile.write(folder.resolve("exhibit-" + i), Long.parseLong(arguments[2]), i));
    }
    IntakeVault vault =
        new IntakeVault(
            folder.resolve("vault"),
            SegmentBuffers.ofIntake(),
            Helper.threads(SegmentBuffers.OF_INTAKE));
    AnswerLoop.run(new ManyProcess(files, vault)::answer);
  }

  private double answer(String question) throws Exception {
    return switch (question) {
      case PEAK -> Heap.peak();
      case VERIFY -> verified();
      case ONE_BY_ONE -> take(this::takeOneByOne);
      default -> take(this::takeAllAtOnce);
    };
  }

  private double take(AnswerLoop.Work work) throws Exception {
    taken.forEach(vault::discard);
    taken.clear();
    return AnswerLoop.seconds(work);
  }

  private void takeOneByOne() throws Exception {
    for (int i = 0; i < files.size(); i++) {
      taken.add(vault.take(files.get(i), i + 1));
    }
  }

  private void takeAllAtOnce() throws Exception {
    List<Future<Exhibit>> sent = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      SyntheticFile file = files.get(i);
      int number = i + 1;
      sent.add(senders.submit(() -> vault.take(file, number)));
    }
    for (Future<Exhibit> one : sent) {
      taken.add(one.get());
    }
  }

  private int verified() throws Exception {
    int good = 0;
    for (Exhibit exhibit : taken) {
      SyntheticFile file = files.get(exhibit.number() - 1);
      if (vault.decrypt(exhibit).equals(file.sha256())) {
        good++;
      }
    }
    return good;
  }
}
