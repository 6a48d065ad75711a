package org.safehand.sequencer;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.custody.trust.NodeKeys;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.database.LogHead;
import org.safehand.sequencer.database.PendingEvent;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.WitnessCheck;

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
  private final LogSigners signers;
  private final HeadFile headFile;
  private final boolean witnessedAtOnce;
  private final HeldEvents held;
  private final Clock clock;
  private final TreeWriter tree;
  private EventCheck check;

  private Sequencer(
      LogDatabase database,
      LogSigners signers,
      HeadFile headFile,
      boolean witnessedAtOnce,
      HeldEvents held,
      Clock clock,
      NodeKeys nodeKeys,
      TreeWriter tree) {
    this.database = requireNonNull(database, "database is null");
    this.signers = requireNonNull(signers, "signers is null");
    this.headFile = requireNonNull(headFile, "headFile is null");
    this.witnessedAtOnce = witnessedAtOnce;
    this.held = requireNonNull(held, "held is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.tree = requireNonNull(tree, "tree is null");
    this.check = new EventCheck(nodeKeys);
  }

  /**
   * A sequencer that goes on where the log in {@code database} ends.
   *
   * @param witnesses what the witnesses have cosigned; if none must, every checkpoint counts as
   *     witnessed when it is published
   * @throws SequencerException if database, head file and witnesses do not agree
   */
  static Sequencer start(
      LogDatabase database,
      LogSigners signers,
      HeadFile headFile,
      WitnessCheck witnesses,
      HeldEvents held,
      Clock clock,
      NodeKeys nodeKeys)
      throws SequencerException, SQLException, IOException {
    TreeWriter tree = new StartCheck(database, signers, headFile, witnesses, clock).start();
    return new Sequencer(
        database, signers, headFile, witnesses.isIdle(), held, clock, nodeKeys, tree);
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
    database.addGrowth(tree.takeGrowth(), old.size());
    SignedNote note = signers.sign(next, clock.instant());
    database.addCheckpoint(next.size(), note, clock.instant());
    if (witnessedAtOnce) {
      database.addWitnessed(next.size(), note, clock.instant());
    }
    return note;
  }
}
