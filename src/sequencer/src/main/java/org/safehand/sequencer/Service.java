package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.Cosigning;
import org.safehand.sequencer.witness.WitnessCheck;

/**
 * Serves until it is asked to stop: a round at least each 100 ms, and a fresh start with all its
 * checks whenever the database was out of reach.
 */
final class Service {
  private static final long PERIOD_MILLIS = 100;
  private static final long RETRY_MILLIS = 1000;
  private static final Duration WITNESS_PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Settings settings;
  private final Clock clock;
  private final PrintStream out;
  private final PrintStream alarms;
  private final CountDownLatch stop = new CountDownLatch(1);

  Service(Settings settings, Clock clock, PrintStream out, PrintStream alarms) {
    this.settings = requireNonNull(settings, "settings is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.out = requireNonNull(out, "out is null");
    this.alarms = requireNonNull(alarms, "alarms is null");
  }

  /** Asks {@link #run} to return after the round that is under way. */
  void stop() {
    stop.countDown();
  }

  /**
   * Serves until {@link #stop}.
   *
   * @throws SequencerException if a person must look
   */
  void run() throws SequencerException, InterruptedException {
    do {
      try (LogDatabase database = settings.openDatabase()) {
        if (waitForLock(database)) {
          serve(database);
        }
      } catch (SQLException | IOException e) {
        alarms.println("ALARM the log stands still, trying again: " + rootCause(e));
      }
    } while (!stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
  }

  private boolean waitForLock(LogDatabase database) throws SQLException, InterruptedException {
    boolean told = false;
    while (!database.tryLock()) {
      if (!told) {
        out.println("sequencer waiting: another one serves this database");
        told = true;
      }
      if (stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private void serve(LogDatabase database)
      throws SequencerException, SQLException, IOException, InterruptedException {
    HeldEvents held = new HeldEvents(alarms, clock, LOOK_AGAIN);
    Sequencer sequencer =
        Sequencer.start(
            database,
            settings.signers(),
            new HeadFile(settings.headFile(), settings.signers()),
            new WitnessCheck(settings.witnesses(), settings.signers(), WITNESS_PATIENCE, alarms),
            held,
            clock,
            NodeKeyFile.read(settings.nodeKeys()));
    out.println("sequencer ready: size " + sequencer.size());
    try (Cosigning cosigning =
        new Cosigning(settings.witnesses(), settings::openDatabase, clock, alarms)) {
      cosigning.start();
      rounds(sequencer, held, cosigning);
    }
    out.println("sequencer stopped: size " + sequencer.size());
  }

  private void rounds(Sequencer sequencer, HeldEvents held, Cosigning cosigning)
      throws SequencerException, SQLException, IOException, InterruptedException {
    boolean stopped = false;
    while (!stopped) {
      if (held.forgetIfDue()) {
        sequencer.useNodeKeys(NodeKeyFile.read(settings.nodeKeys()));
      }
      cosigning.requireNoConflict();
      long before = sequencer.size();
      boolean more = sequencer.round() == Sequencer.ROUND;
      if (sequencer.size() > before) {
        cosigning.published();
      }
      stopped = stop.await(more ? 0 : PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static Throwable rootCause(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
