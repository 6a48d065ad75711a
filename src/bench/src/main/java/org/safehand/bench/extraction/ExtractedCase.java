package org.safehand.bench.extraction;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.log.AuditorTrust;
import org.safehand.bench.log.GeneratedLog;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchStore;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.completeness.ExtractVerifier;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.trust.Trust;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.referral.id.Ids;

/**
 * How long the extract of a case takes to make from the database of a large log once all its events
 * are witnessed, and to verify offline: by itself, and with the whole exported log beside it.
 */
public final class ExtractedCase {
  private static final Goal FIFTH_OF_A_SECOND = Goal.valueAtMost(200);
  private static final double NANOS_PER_MILLI = 1e6;

  private final Workplace workplace;
  private final ExtractSize size;
  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
  private final SyntheticEvents events = new SyntheticEvents(ids, Clock.systemUTC());

  public ExtractedCase(Workplace workplace, ExtractSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** All figures about extracts. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell(
        "a case of " + size.events() + " events in a log of " + size.entries() + " is extracted");
    Path folder = workplace.folder().root().resolve("extracted-log");
    try (BenchDatabase database = BenchDatabase.start(workplace);
        BenchStore store = BenchStore.open(workplace, database, 2)) {
      RecordedCase recorded = RecordedCase.record(store, events, ids.caseId(), size.events());
      GeneratedLog log = stored(database, recorded, folder);
      List<Series> times = measure(store, recorded, log);
      ServerFolder.delete(folder);
      return figures(taken(times.get(0)), taken(times.get(1)), taken(times.get(2)));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      NotTaken why = NotTaken.because(e);
      return figures(why, why, why);
    }
  }

  private List<Figure> figures(Outcome created, Outcome verified, Outcome compared) {
    return List.of(
        figure(
            "custody.extract-created",
            FIFTH_OF_A_SECOND,
            size.events() + " events in " + size.entries() + ", from the database, warm",
            created),
        figure("custody.extract-verified", FIFTH_OF_A_SECOND, "offline, by itself", verified),
        figure(
            "custody.extract-verified-with-log",
            null,
            "every entry of the log looked at",
            compared));
  }

  private static Outcome taken(Series times) {
    return new Taken(times, null);
  }

  private static Figure figure(String name, @Nullable Goal goal, String note, Outcome outcome) {
    return new Figure(name, goal, note, outcome);
  }

  private GeneratedLog stored(BenchDatabase database, RecordedCase recorded, Path folder)
      throws Exception {
    try (Connection connection = database.connect()) {
      GeneratedLog log = GeneratedLog.make(folder, size.entries(), recorded.leaves(connection));
      new StoredTables(connection, log).fill(recorded.caseId(), size.events());
      return log;
    }
  }

  private List<Series> measure(BenchStore store, RecordedCase recorded, GeneratedLog log)
      throws Exception {
    Trust trust = AuditorTrust.in(log.key());
    byte[] extract = extract(store, recorded);
    return new Alternation(size.rounds())
        .run(
            "ms",
            List.of(
                () -> millis(() -> extract(store, recorded)),
                () -> millis(() -> ExtractVerifier.verify(extract, trust)),
                () -> millis(() -> ExtractVerifier.verify(extract, trust, log.folder()))));
  }

  private static byte[] extract(BenchStore store, RecordedCase recorded) {
    return store
        .store()
        .extracts()
        .find(recorded.caseId(), recorded.issuing())
        .orElseThrow()
        .whole()
        .orElseThrow()
        .reduced(ExtractLevel.DETAILS, false)
        .bytes();
  }

  /** What is timed. */
  private interface Work {
    Object run() throws Exception;
  }

  private static double millis(Work work) throws Exception {
    long start = System.nanoTime();
    requireNonNull(work.run(), "the work gave nothing");
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }
}
