package org.safehand.bench.verification;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.trust.Trust;
import org.safehand.launcher.archive.ServerFolder;

/**
 * How fast an exported log is verified from its entries, on one core: against the plain hash loop,
 * against a verifier in Go, and against itself as the log grows.
 */
public final class VerifiedEntries {
  private static final Goal NEAR_THE_LOOP = Goal.ratioAtLeast(0.9);
  private static final Goal FLAT = Goal.ratioAtMost(1.25);

  private final Workplace workplace;
  private final LogSize size;

  public VerifiedEntries(Workplace workplace, LogSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** All figures about entries. */
  public List<Figure> take() throws InterruptedException {
    Path folder = workplace.folder().root().resolve("logs");
    try {
      Map<Long, GeneratedLog> logs = new LinkedHashMap<>();
      for (long entries : size.entries()) {
        workplace.tell("a log of " + entries + " entries is made");
        Path place = folder.resolve(Long.toString(entries));
        logs.put(entries, GeneratedLog.make(place, entries, List.of()));
      }
      List<Figure> figures = new ArrayList<>(compared(requireNonNull(logs.get(size.compared()))));
      figures.addAll(growth(logs));
      ServerFolder.delete(folder);
      return figures;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return List.of(figure("custody.verified", NEAR_THE_LOOP, "", NotTaken.because(e)));
    }
  }

  private List<Figure> compared(GeneratedLog log) throws Exception {
    double entries = log.checkpoint().size();
    workplace.tell("a log of " + log.checkpoint().size() + " entries is verified, with peers");
    Trust trust = AuditorTrust.in(log.key());
    List<Alternation.Contender> contenders =
        new ArrayList<>(
            List.of(
                () -> entries * 1e9 / verifyNanos(log, trust),
                () -> entries * 1e9 / HashLoop.nanosFromFiles(log),
                () -> entries * 1e9 / HashLoop.nanosInMemory(log)));
    Optional<GoVerifier> go = GoVerifier.build(workplace);
    go.ifPresent(verifier -> contenders.add(() -> entries * 1e9 / verifier.nanos(log)));
    List<Series> rates = new Alternation(size.rounds()).run("entries/s", contenders);
    return List.of(
        figure(
            "custody.verified",
            NEAR_THE_LOOP,
            "%.0f entries, one core, processor time; both read the same files".formatted(entries),
            taken(rates, "plain hash loop from files", 1)),
        figure(
            "custody.verified-to-memory",
            NEAR_THE_LOOP,
            "the loop reads no file",
            taken(rates, "plain hash loop in memory", 2)),
        figure(
            "custody.verified-to-go",
            null,
            "a verifier of the same in Go, standard library only",
            go.isPresent()
                ? taken(rates, "verifier in Go", 3)
                : new NotTaken("go is not installed")));
  }

  private static Outcome taken(List<Series> rates, String peer, int number) {
    return new Taken(rates.get(0), new Peer(peer, rates.get(number)));
  }

  private List<Figure> growth(Map<Long, GeneratedLog> logs) throws Exception {
    workplace.tell("logs of " + logs.keySet() + " entries are verified in turn");
    List<Alternation.Contender> contenders = new ArrayList<>();
    for (GeneratedLog log : logs.values()) {
      Trust trust = AuditorTrust.in(log.key());
      contenders.add(() -> verifyNanos(log, trust) / (double) log.checkpoint().size());
    }
    List<Series> nanos = new Alternation(size.rounds()).run("ns/entry", contenders);
    List<Long> sizes = List.copyOf(logs.keySet());
    List<Figure> figures = new ArrayList<>();
    for (int i = 1; i < sizes.size(); i++) {
      Peer smallest = new Peer(sizes.get(0) + " entries", nanos.get(0));
      figures.add(
          figure(
              "custody.verified-at-" + sizes.get(i), FLAT, "", new Taken(nanos.get(i), smallest)));
    }
    return figures;
  }

  /** Processor time of verifying {@code log}, in nanoseconds. */
  static long verifyNanos(GeneratedLog log, Trust trust) throws LogException, IOException {
    long start = ProcessorTime.nanos();
    LogVerifier.verify(log.folder(), trust);
    return ProcessorTime.nanos() - start;
  }

  private static Figure figure(String name, @Nullable Goal goal, String note, Outcome outcome) {
    return new Figure(name, goal, note, outcome);
  }
}
