package org.safehand.bench.packing;

import static java.util.Objects.requireNonNull;

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
import org.safehand.bench.process.LimitedJava;
import org.safehand.bench.server.Workplace;
import org.safehand.launcher.archive.ServerFolder;

/**
 * One case for three agencies, with RSA, ECDH and ML-KEM: sealed, packed, ready to be sent, against
 * one reading of the same ciphertext with SHA-256.
 */
public final class PackedCase {
  private static final Goal NEAR_ONE_PASS = Goal.ratioAtMost(1.2);

  private final Workplace workplace;
  private final CaseSize size;

  public PackedCase(Workplace workplace, CaseSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** The figure. */
  public Figure take() throws InterruptedException {
    workplace.tell(
        size.exhibits() + " exhibits of " + size.bytesEach() + " bytes are packed for 3 agencies");
    return new Figure(
        "packaging.packed",
        NEAR_ONE_PASS,
        "hard limit of the heap "
            + PackingProcess.HEAP
            + " MiB; both in one process, from the same files",
        outcome());
  }

  private Outcome outcome() throws InterruptedException {
    Path folder = workplace.folder().root().resolve("packing");
    try (LimitedJava process = PackingProcess.start(folder, size)) {
      List<Series> seconds =
          new Alternation(size.rounds())
              .run(
                  "s",
                  List.of(
                      () -> process.ask(PackingProcess.PACK),
                      () -> process.ask(PackingProcess.HASH)));
      ServerFolder.delete(folder);
      return new Taken(seconds.get(0), new Peer("one SHA-256 pass", seconds.get(1)));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return NotTaken.because(e);
    }
  }
}
