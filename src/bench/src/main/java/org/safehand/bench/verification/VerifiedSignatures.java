package org.safehand.bench.verification;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.log.AuditorTrust;
import org.safehand.bench.log.GeneratedLog;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.trust.Trust;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.sequencer.signature.SignedLeaf;

/**
 * How long it takes to verify a log and the node's signature over each of its leaves, against the
 * plain hash loop and a bare Ed25519 loop over all cores.
 */
public final class VerifiedSignatures {
  private static final Goal NEAR_THE_LOOPS = Goal.ratioAtMost(1.1);

  private final Workplace workplace;
  private final int entries;
  private final int rounds;

  public VerifiedSignatures(Workplace workplace, int entries, int rounds) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.entries = entries;
    this.rounds = rounds;
  }

  /** The figure. */
  public Figure take() throws InterruptedException {
    workplace.tell("a log of " + entries + " entries is verified with their signatures");
    return new Figure(
        "custody.verified-with-signatures",
        NEAR_THE_LOOPS,
        entries + " entries; signatures on all processors",
        outcome());
  }

  private Outcome outcome() throws InterruptedException {
    Path folder = workplace.folder().root().resolve("signed-log");
    try {
      BareSignatures signatures = BareSignatures.make(entries, new SecureRandom());
      List<BlindLeaf> leaves = signatures.leaves();
      GeneratedLog log = GeneratedLog.make(folder, entries, leaves);
      List<SignedLeaf> signed =
          IntStream.range(0, entries)
              .mapToObj(
                  i ->
                      new SignedLeaf(
                          signatures.verifierKey(), leaves.get(i), signatures.signature(i)))
              .toList();
      Outcome outcome = compare(log, signed, signatures);
      ServerFolder.delete(folder);
      return outcome;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return NotTaken.because(e);
    }
  }

  private Outcome compare(GeneratedLog log, List<SignedLeaf> signed, BareSignatures signatures)
      throws Exception {
    Trust trust = AuditorTrust.in(log.key());
    List<Series> seconds =
        new Alternation(rounds)
            .run(
                "s",
                List.of(
                    () -> (VerifiedEntries.verifyNanos(log, trust) + nanos(signed)) / 1e9,
                    () -> (HashLoop.nanosInMemory(log) + signatures.verifyNanos()) / 1e9));
    return new Taken(seconds.get(0), new Peer("bare loops", seconds.get(1)));
  }

  private static long nanos(List<SignedLeaf> signed) throws IOException {
    long start = System.nanoTime();
    if (SignedLeaf.hold(signed).contains(false)) {
      throw new IOException("a signature does not hold");
    }
    return System.nanoTime() - start;
  }
}
