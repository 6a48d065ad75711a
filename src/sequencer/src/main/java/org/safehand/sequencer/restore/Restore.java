package org.safehand.sequencer.restore;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogFolder;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.restore.LossDigest;
import org.safehand.custody.tree.BundleId;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.EntryBundle;
import org.safehand.custody.tree.TileId;
import org.safehand.custody.tree.TreeLayout;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.database.LogHead;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.WitnessPolicy;

/**
 * Appends to a database that was set back what the log had committed to since, in one transaction.
 *
 * <p>Only leaves that a key of this log has signed are taken, and only in their places: the log is
 * afterwards the one that its head file, its witnesses and whoever copied it have seen.
 */
public final class Restore {
  private final LogDatabase database;
  private final LogSigners signers;
  private final WitnessPolicy witnesses;
  private final HeadFile headFile;
  private final Clock clock;

  public Restore(
      LogDatabase database,
      LogSigners signers,
      WitnessPolicy witnesses,
      HeadFile headFile,
      Clock clock) {
    this.database = requireNonNull(database, "database is null");
    this.signers = requireNonNull(signers, "signers is null");
    this.witnesses = requireNonNull(witnesses, "witnesses is null");
    this.headFile = requireNonNull(headFile, "headFile is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What was restored.
   *
   * @param firstIndex the first leaf that the database did not have
   * @param size how many leaves it has now
   * @param lost of how many of the restored ones the event is gone
   */
  public record Restored(long firstIndex, long size, long lost) {}

  /**
   * Restores from {@code folder}, an exported log.
   *
   * @throws SequencerException if the folder is not a later state of the log in the database, does
   *     not reach as far as the head file, or another sequencer serves; nothing is changed then
   */
  public Restored from(Path folder) throws SequencerException, SQLException, IOException {
    if (!database.tryLock()) {
      throw refused("a sequencer serves this database");
    }
    SignedNote note = verifiedNote(folder);
    LogFolder export = new LogFolder(folder);
    Checkpoint checkpoint = checkpoint(note);
    requireReachesHeadFile(export, checkpoint);
    Optional<LogHead> head = database.head();
    LogHead found = head.orElse(new LogHead(0, new TreeWriter().root()));
    TreeWriter tree = TreeWriter.resume(database.tiles(), found.size());
    if (!tree.root().equals(found.root())) {
      throw new SequencerException(
          SequencerCode.DATABASE_DIFFERENT, "its tiles give another root than its head");
    }
    requireBegins("the log in the database", found.size(), found, export, checkpoint);
    if (found.size() == checkpoint.size()) {
      throw refused("the database holds as much already, " + found.size() + " entries");
    }
    Instant now = clock.instant();
    LossDigest loss = append(tree, export, checkpoint.size(), now);
    LogHead restored = new LogHead(tree.size(), tree.root());
    SignedNote own = own(note);
    if (head.isEmpty()) {
      database.createHead(restored);
    } else if (!database.moveHead(found, restored)) {
      throw new SequencerException(
          SequencerCode.HEAD_MOVED, "the log is not of size " + found.size() + " any more");
    }
    database.addCheckpoint(restored.size(), own, now);
    if (witnesses.isSatisfiedBy(note)) {
      database.addWitnessed(restored.size(), note, now);
    }
    addStatement(found, restored, loss, now);
    database.commit();
    headFile.write(own);
    return new Restored(found.size(), restored.size(), loss.count());
  }

  /** Nobody without the log key can say that events were lost: what this restore did is signed. */
  private void addStatement(LogHead found, LogHead restored, LossDigest loss, Instant time)
      throws SQLException {
    RestoreStatement statement =
        new RestoreStatement(
            signers.origin(),
            found.size(),
            restored.size(),
            restored.root(),
            loss.count(),
            loss.digest(),
            time);
    database.lost().addRestore(statement, signers.sign(statement));
  }

  private SignedNote verifiedNote(Path folder) throws SequencerException, IOException {
    try {
      LogVerifier.verify(folder, signers.trust(witnesses.keys()));
      return SignedNote.parse(new LogFolder(folder).checkpoint());
    } catch (LogException | NoteException e) {
      throw refused(folder + ": " + e.getMessage());
    }
  }

  private static Checkpoint checkpoint(SignedNote note) throws SequencerException {
    try {
      return Checkpoint.of(note);
    } catch (NoteException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private SignedNote own(SignedNote note) throws SequencerException {
    try {
      return signers.own(note);
    } catch (NoteException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private void requireReachesHeadFile(LogFolder export, Checkpoint checkpoint)
      throws SequencerException, IOException {
    Optional<Checkpoint> file = headFile.read();
    if (file.isEmpty()) {
      throw new SequencerException(
          SequencerCode.HEAD_FILE,
          headFile
              + " is missing, so nobody knows how far the log went; put the newest checkpoint there"
              + " that a witness, an auditor or an agency has");
    }
    long size = file.get().size();
    if (checkpoint.size() < size) {
      throw refused(
          "the export holds "
              + checkpoint.size()
              + " entries, "
              + headFile
              + " says "
              + size
              + ": entries "
              + checkpoint.size()
              + " to "
              + (size - 1)
              + " are missing; look for a later export");
    }
    LogHead head = new LogHead(size, file.get().root());
    requireBegins(headFile.toString(), size, head, export, checkpoint);
  }

  private static void requireBegins(
      String what, long size, LogHead head, LogFolder export, Checkpoint checkpoint)
      throws SequencerException, IOException {
    if (size > checkpoint.size()) {
      throw refused(what + " holds more, " + size + " entries, than the export");
    }
    ConsistencyProof proof = new ProofMaker(export).consistency(size, checkpoint.size());
    if (!proof.verify(head.root(), checkpoint.root())) {
      throw refused(what + " of size " + size + " is not the beginning of the export");
    }
  }

  /** Appends up to {@code size}, a bundle at a time. */
  private LossDigest append(TreeWriter tree, LogFolder export, long size, Instant now)
      throws SQLException, IOException {
    TreeLayout layout = new TreeLayout(size);
    LossDigest loss = new LossDigest();
    while (tree.size() < size) {
      long from = tree.size();
      BundleId id = layout.bundle(from / TileId.FULL).orElseThrow();
      EntryBundle bundle = export.bundle(id);
      List<BlindLeaf> leaves = new ArrayList<>();
      for (int i = (int) (from % TileId.FULL); i < id.width(); i++) {
        BlindLeaf leaf = BlindLeaf.of(bundle.entry(i)).orElseThrow();
        leaves.add(leaf);
        tree.append(leaf.bytes());
      }
      database.lost().add(leaves, from, now, loss);
      database.addGrowth(tree.takeGrowth(), from);
    }
    return loss;
  }

  private static SequencerException refused(String reason) {
    return new SequencerException(SequencerCode.RESTORE_REFUSED, reason);
  }
}
