package org.safehand.bench.sequencing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchSequencer;
import org.safehand.bench.server.Workplace;

/** How fast the sequencer's real process drains a backlog, against the bare drain. */
public final class DrainedBacklog {
  private static final Goal THOUSAND = Goal.valueAtLeast(1000);
  private static final String BARE = "bench_bare";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Workplace workplace;
  private final BacklogSize size;
  private long published;

  public DrainedBacklog(Workplace workplace, BacklogSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** The figure. */
  public Figure take() throws InterruptedException {
    workplace.tell(
        "the sequencer drains " + size.events() + " events, " + size.rounds() + " times");
    return new Figure(
        "custody.sequenced",
        THOUSAND,
        "signatures, indexes, tiles, head, checkpoint; Tessera publishes 2,900 to 10,000 a second"
            + " for its POSIX log",
        outcome());
  }

  private Outcome outcome() throws InterruptedException {
    try (BenchDatabase database = BenchDatabase.start(workplace)) {
      database.copyTo(BARE);
      try (BenchSequencer sequencer = BenchSequencer.start(workplace, database)) {
        List<Series> rates =
            new Alternation(size.rounds())
                .run(
                    "events/s",
                    List.of(() -> drain(database, sequencer), () -> bare(database, sequencer)));
        return new Taken(rates.get(0), new Peer("bare drain", rates.get(1)));
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return NotTaken.because(e);
    }
  }

  private double drain(BenchDatabase database, BenchSequencer sequencer) throws Exception {
    SignedRows rows = SignedRows.make(size.events(), sequencer.nodeKey());
    try (Connection connection = database.connect();
        Connection observer = database.connect()) {
      rows.insert(connection);
      long start = System.nanoTime();
      published += size.events();
      Publications publications = new Publications(observer);
      publications.watch(() -> published, start + PATIENCE.toNanos());
      sequencer.requireRunning();
      long end =
          publications
              .seen(published - 1)
              .orElseThrow(() -> new IOException("the backlog was not drained"));
      return rate(start, end);
    }
  }

  private double bare(BenchDatabase database, BenchSequencer sequencer) throws Exception {
    SignedRows rows = SignedRows.make(size.events(), sequencer.nodeKey());
    try (Connection connection = database.connect(BARE)) {
      rows.insert(connection);
      long indexed = indexed(connection);
      long start = System.nanoTime();
      new BareDrain(connection, indexed).run();
      return rate(start, System.nanoTime());
    }
  }

  private static long indexed(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select count(log_index) from custody_event");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private double rate(long start, long end) {
    return size.events() * 1e9 / (end - start);
  }
}
