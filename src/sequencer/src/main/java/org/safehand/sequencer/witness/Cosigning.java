package org.safehand.sequencer.witness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.fault.SequencerException;

/**
 * Has each published checkpoint cosigned, beside the rounds: on a thread and a database connection
 * of its own, so that neither a slow witness nor a dead one holds up the log.
 */
public final class Cosigning implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final WitnessPolicy policy;
  private final Connector connector;
  private final PrintStream alarms;
  private final Submissions submissions;
  private final BlockingQueue<Optional<Submissions.Answered>> events = new LinkedBlockingQueue<>();
  private final AtomicBoolean nudged = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable SequencerException> conflict = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "cosigning");

  /** Opens a connection to the log's tables. */
  @FunctionalInterface
  public interface Connector {
    LogDatabase open() throws SQLException;
  }

  /** Cosigning by the witnesses of {@code policy}; it has not begun. */
  public Cosigning(WitnessPolicy policy, Connector connector, Clock clock, PrintStream alarms) {
    this.policy = requireNonNull(policy, "policy is null");
    this.connector = requireNonNull(connector, "connector is null");
    this.alarms = requireNonNull(alarms, "alarms is null");
    this.submissions = new Submissions(policy, new WitnessClient(PATIENCE), PAUSE, clock, alarms);
    thread.setDaemon(true);
  }

  /** Begins, unless no witness is to be asked. */
  public void start() {
    if (!policy.isIdle()) {
      thread.start();
    }
  }

  /** Tells that a checkpoint was committed; returns at once. */
  public void published() {
    if (nudged.compareAndSet(false, true)) {
      events.add(Optional.empty());
    }
  }

  /**
   * Refuses once a witness was found to have seen another log.
   *
   * @throws SequencerException if a person must look
   */
  public void requireNoConflict() throws SequencerException {
    SequencerException found = conflict.get();
    if (found != null) {
      throw found;
    }
  }

  private void run() {
    try {
      while (!closed.get()) {
        try (LogDatabase database = connector.open()) {
          serve(database);
        } catch (SQLException | IOException | RuntimeException e) {
          if (!closed.get()) {
            alarms.println("ALARM cosigning stands still, trying again: " + e);
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
          }
        }
      }
    } catch (SequencerException e) {
      conflict.set(e);
      alarms.println("ALARM " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(LogDatabase database)
      throws SequencerException, SQLException, IOException, InterruptedException {
    while (!closed.get()) {
      submissions.pursue(database, answered -> events.add(Optional.of(answered)));
      Optional<Submissions.Answered> event = events.poll(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        continue;
      }
      if (event.isPresent()) {
        submissions.take(event.get(), database);
      } else {
        nudged.set(false);
      }
    }
  }

  /** Ends; a witness that is being asked is not waited for. */
  @Override
  public void close() {
    closed.set(true);
    thread.interrupt();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
