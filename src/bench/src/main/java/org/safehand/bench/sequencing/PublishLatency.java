package org.safehand.bench.sequencing;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.Latencies;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.recording.SyntheticEvents;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchSequencer;
import org.safehand.bench.server.BenchStore;
import org.safehand.bench.server.Workplace;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;

/**
 * How long after its transaction has committed an event is under a checkpoint that everyone can
 * read, at a steady load, with the sequencer's real process.
 */
public final class PublishLatency {
  private static final Goal HALF_A_SECOND = Goal.valueAtMost(500);
  private static final int WRITERS = 8;
  private static final int CASES = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workplace workplace;
  private final LoadSize size;
  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
  private final SyntheticEvents events = new SyntheticEvents(ids, Clock.systemUTC());

  public PublishLatency(Workplace workplace, LoadSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** The median and the 99th percentile. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell("recorded to published at " + size.perSecond() + " events/s");
    try (BenchDatabase database = BenchDatabase.start(workplace);
        BenchSequencer sequencer = BenchSequencer.start(workplace, database);
        BenchStore store = BenchStore.open(workplace, database, WRITERS);
        Connection observer = database.connect()) {
      Latencies latencies = measure(store, observer);
      sequencer.requireRunning();
      return figures(millis(latencies, 50), millis(latencies, 99));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      NotTaken why = NotTaken.because(e);
      return figures(why, why);
    }
  }

  private List<Figure> figures(Outcome median, Outcome slow) {
    String note = "%d events/s for %d s".formatted(size.perSecond(), size.time().toSeconds());
    return List.of(
        new Figure("custody.recorded-to-published-p50", null, note, median),
        new Figure("custody.recorded-to-published-p99", HALF_A_SECOND, "", slow));
  }

  private static Outcome millis(Latencies latencies, double percent) {
    return new Taken(new Series("ms", List.of(latencies.percentile(percent))), null);
  }

  private Latencies measure(BenchStore store, Connection observer) throws Exception {
    List<CaseId> cases = Stream.generate(ids::caseId).limit(CASES).toList();
    Map<Digest, Long> recorded = new ConcurrentHashMap<>();
    int warmUp = events(size.warmUp());
    int all = warmUp + events(size.time());
    Publications publications = new Publications(observer);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    try {
      long start = System.nanoTime();
      long deadline = start + size.warmUp().plus(size.time()).plus(PATIENCE).toNanos();
      List<Future<?>> running = new ArrayList<>();
      running.add(
          threads.submit(
              () -> {
                publications.watch(() -> all, deadline);
                return true;
              }));
      for (int i = 0; i < all; i++) {
        CaseId caseId = cases.get(i % CASES);
        boolean counts = i >= warmUp;
        parkUntil(start + i * TimeUnit.SECONDS.toNanos(1) / size.perSecond());
        running.add(
            threads.submit(
                () -> {
                  Digest leaf = store.record(caseId, events.next());
                  if (counts) {
                    recorded.put(leaf, System.nanoTime());
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return latencies(recorded, indexes(observer), publications);
  }

  private int events(Duration time) {
    return (int) (time.toMillis() * size.perSecond() / 1000);
  }

  private static void parkUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Map<Digest, Long> indexes(Connection observer) throws SQLException {
    Map<Digest, Long> indexes = new HashMap<>();
    try (PreparedStatement query =
            observer.prepareStatement(
                "select leaf_hash, log_index from custody_event where log_index is not null");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        indexes.put(Digest.ofBytes(rows.getBytes(1)), rows.getLong(2));
      }
    }
    return indexes;
  }

  private static Latencies latencies(
      Map<Digest, Long> recorded, Map<Digest, Long> indexes, Publications publications) {
    List<Duration> latencies = new ArrayList<>();
    recorded.forEach(
        (leaf, at) -> {
          long index = indexes.getOrDefault(leaf, Long.MAX_VALUE);
          long seen =
              publications
                  .seen(index)
                  .orElseThrow(() -> new IllegalStateException("an event was never published"));
          latencies.add(Duration.ofNanos(Math.max(0, seen - at)));
        });
    return new Latencies(latencies);
  }
}
