package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.database.LogHead;
import org.safehand.sequencer.database.PendingEvent;

/**
 * Takes pending events into the log, one round at a time.
 *
 * <p>A round is one transaction: indexes, tiles, bundles, head and signed checkpoint are there
 * together or not at all. Only after it is committed does the checkpoint leave the process, to the
 * head file. Two sequencers cannot both succeed: the head is moved by compare-and-swap. After any
 * exception the instance must be dropped; a new one starts from the database.
 */
final class Sequencer {
  /** Most events that one round takes. */
  static final int ROUND = 1000;

  private final LogDatabase database;
  private final LogKey logKey;
  private final HeadFile headFile;
  private final HeldEvents held;
  private final Clock clock;
  private final TreeWriter tree;
  private EventCheck check;

  private Sequencer(
      LogDatabase database,
      LogKey logKey,
      HeadFile headFile,
      HeldEvents held,
      Clock clock,
      NodeKeys nodeKeys,
      TreeWriter tree) {
    this.database = requireNonNull(database, "database is null");
    this.logKey = requireNonNull(logKey, "logKey is null");
    this.headFile = requireNonNull(headFile, "headFile is null");
    this.held = requireNonNull(held, "held is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.tree = requireNonNull(tree, "tree is null");
    this.check = new EventCheck(nodeKeys);
  }

  /**
   * A sequencer that goes on where the log in {@code database} ends.
   *
   * @throws SequencerException if the database and the head file do not agree
   */
  static Sequencer start(
      LogDatabase database,
      LogKey logKey,
      HeadFile headFile,
      HeldEvents held,
      Clock clock,
      NodeKeys nodeKeys)
      throws SequencerException, SQLException, IOException {
    TreeWriter tree = new StartCheck(database, logKey, headFile, clock).start();
    return new Sequencer(database, logKey, headFile, held, clock, nodeKeys, tree);
  }

  long size() {
    return tree.size();
  }

  /** Judges held events by {@code nodeKeys} from now on. */
  void useNodeKeys(NodeKeys nodeKeys) {
    check = new EventCheck(nodeKeys);
  }

  /**
   * One round.
   *
   * @return how many pending events it looked at; {@value #ROUND} if there may be more
   */
  int round() throws SequencerException, SQLException, IOException {
    List<PendingEvent> pending = database.pending(held.ids(), ROUND);
    EventCheck.Verdict verdict = check.judge(pending, pending.size() < ROUND);
    held.hold(verdict.held());
    if (verdict.accepted().isEmpty()) {
      database.rollback();
      return pending.size();
    }
    SignedNote note = integrate(verdict.accepted());
    database.commit();
    headFile.write(note);
    return pending.size();
  }

  private SignedNote integrate(List<PendingEvent> events) throws SequencerException, SQLException {
    LogHead old = new LogHead(tree.size(), tree.root());
    events.forEach(event -> tree.append(event.leaf()));
    LogHead next = new LogHead(tree.size(), tree.root());
    if (!database.moveHead(old, next) || !database.assign(events, old.size())) {
      throw new SequencerException(
          SequencerCode.HEAD_MOVED, "the log is not of size " + old.size() + " any more");
    }
    store(old.size());
    SignedNote note = logKey.sign(new Checkpoint(logKey.name(), next.size(), next.root()));
    database.addCheckpoint(next.size(), note, clock.instant());
    database.addWitnessed(next.size(), note, clock.instant());
    return note;
  }

  /** Stores what the tree of {@code oldSize} did not have. */
  private void store(long oldSize) throws SQLException {
    TreeLayout old = new TreeLayout(oldSize);
    TreeWriter.Growth growth = tree.takeGrowth();
    database.addTiles(
        growth.tiles().stream()
            .filter(
                tile ->
                    !old.tile(tile.id().level(), tile.id().index()).equals(Optional.of(tile.id())))
            .toList());
    database.addBundles(
        growth.bundles().stream()
            .filter(bundle -> !old.bundle(bundle.id().index()).equals(Optional.of(bundle.id())))
            .toList());
  }
}
