package org.safehand.bench.recording;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.safehand.bench.figure.Alternation;
import org.safehand.bench.figure.Figure;
import org.safehand.bench.figure.Goal;
import org.safehand.bench.figure.NotTaken;
import org.safehand.bench.figure.Outcome;
import org.safehand.bench.figure.Peer;
import org.safehand.bench.figure.Series;
import org.safehand.bench.figure.Taken;
import org.safehand.bench.server.BenchDatabase;
import org.safehand.bench.server.BenchStore;
import org.safehand.bench.server.Workplace;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.Ids;

/**
 * How many events the gateway records a second, each in a transaction of its own, against plain
 * inserts of the same row, against one chain under one lock, and against its own bare statements.
 */
public final class RecordedEvents {
  private static final Goal HALF_OF_PLAIN = Goal.ratioAtLeast(0.5);
  private static final Goal TEN_TIMES_GLOBAL = Goal.ratioAtLeast(10);

  private final Workplace workplace;
  private final RecordingSize size;
  private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
  private final SyntheticEvents events = new SyntheticEvents(ids, Clock.systemUTC());

  public RecordedEvents(Workplace workplace, RecordingSize size) {
    this.workplace = requireNonNull(workplace, "workplace is null");
    this.size = requireNonNull(size, "size is null");
  }

  /** All figures about recording. */
  public List<Figure> take() throws InterruptedException {
    workplace.tell("events recorded by " + size.writers() + " writers, with peers");
    try (BenchDatabase database = BenchDatabase.start(workplace);
        BenchStore store = BenchStore.open(workplace, database, size.writers())) {
      List<Series> rates = measure(database, store);
      return figures(
          new Taken(rates.get(0), new Peer("plain inserts", rates.get(1))),
          new Taken(rates.get(0), new Peer("one chain under one lock", rates.get(2))),
          new Taken(rates.get(0), new Peer("the same statements bare", rates.get(3))));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      NotTaken why = NotTaken.because(e);
      return figures(why, why, why);
    }
  }

  private List<Figure> figures(Outcome plain, Outcome global, Outcome bare) {
    String note =
        size.writers() + " writers over " + size.cases() + " cases, fsync on, a commit each";
    return List.of(
        new Figure("custody.recorded", HALF_OF_PLAIN, note, plain),
        new Figure("custody.recorded-per-chain", TEN_TIMES_GLOBAL, "", global),
        new Figure(
            "custody.recorded-to-bare",
            null,
            "the bare statements of a chain a case, nothing hashed, encrypted or signed",
            bare));
  }

  private List<Series> measure(BenchDatabase database, BenchStore store) throws Exception {
    List<CaseId> cases = Stream.generate(ids::caseId).limit(size.cases()).toList();
    cases.forEach(caseId -> store.record(caseId, events.next()));
    int bodyLength = prepare(database);
    Writers writers = new Writers(size.writers(), size.time());
    return new Alternation(size.rounds())
        .run(
            "events/s",
            List.of(
                () -> writers.perSecond(() -> () -> store.record(any(cases), events.next())),
                () -> writers.perSecond(() -> plain(database.connect(), bodyLength)),
                () -> writers.perSecond(() -> global(database.connect(), bodyLength)),
                () ->
                    writers.perSecond(
                        () -> new BareChain(database.connect(), cases, ids, bodyLength))));
  }

  private static CaseId any(List<CaseId> cases) {
    return cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
  }

  private PlainInsert plain(Connection connection, int bodyLength) throws SQLException {
    return new PlainInsert(connection, ids, bodyLength);
  }

  private GlobalLockAppend global(Connection connection, int bodyLength) throws SQLException {
    return new GlobalLockAppend(connection, plain(connection, bodyLength));
  }

  /** Makes the peers' tables and says how long a sealed body is. */
  private static int prepare(BenchDatabase database) throws SQLException, IOException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(PlainInsert.TABLE);
      statement.execute(GlobalLockAppend.TABLE);
      try (ResultSet row =
          statement.executeQuery("select avg(length(sealed_body))::int from custody_event")) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
