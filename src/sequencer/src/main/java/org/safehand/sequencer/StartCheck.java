package org.safehand.sequencer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.proof.ProofMaker;
import org.safehand.custody.tree.ConsistencyProof;
import org.safehand.custody.tree.TreeWriter;
import org.safehand.sequencer.checkpoint.HeadFile;
import org.safehand.sequencer.checkpoint.LogSigners;
import org.safehand.sequencer.database.LogDatabase;
import org.safehand.sequencer.database.LogHead;
import org.safehand.sequencer.fault.SequencerCode;
import org.safehand.sequencer.fault.SequencerException;
import org.safehand.sequencer.witness.WitnessCheck;

/**
 * What must hold before the sequencer serves: the database holds the log of the head file, or one
 * that grew out of it under our own signature (a crash between commit and file), and no witness has
 * cosigned another or a larger one. Nothing heals itself: anything else waits for a person.
 */
final class StartCheck {
  private final LogDatabase database;
  private final LogSigners signers;
  private final HeadFile headFile;
  private final WitnessCheck witnesses;
  private final Clock clock;

  StartCheck(
      LogDatabase database,
      LogSigners signers,
      HeadFile headFile,
      WitnessCheck witnesses,
      Clock clock) {
    this.database = requireNonNull(database, "database is null");
    this.signers = requireNonNull(signers, "signers is null");
    this.headFile = requireNonNull(headFile, "headFile is null");
    this.witnesses = requireNonNull(witnesses, "witnesses is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The tree to go on with; an empty log is given its checkpoint of size 0. */
  TreeWriter start() throws SequencerException, SQLException, IOException {
    Optional<Checkpoint> file = headFile.read();
    Optional<LogHead> head = database.head();
    long fileSize = file.map(Checkpoint::size).orElse(0L);
    LogHead found = head.orElse(new LogHead(0, new TreeWriter().root()));
    if (head.isEmpty() && fileSize == 0) {
      witnesses.require(found, database.tiles());
      return begin();
    }
    if (found.size() < fileSize) {
      throw new SequencerException(
          SequencerCode.DATABASE_SMALLER,
          "the database holds "
              + found.size()
              + " entries, "
              + headFile
              + " says "
              + fileSize
              + "; if it was restored from a backup, give it back what it lost with"
              + " 'restore --from DIR', DIR being an export of the log");
    }
    if (file.isEmpty() && found.size() > 0) {
      throw new SequencerException(
          SequencerCode.HEAD_FILE,
          headFile + " is missing, but the database holds " + found.size() + " entries");
    }
    TreeWriter tree = TreeWriter.resume(database.tiles(), found.size());
    if (!tree.root().equals(found.root())) {
      throw different("its tiles give another root than its head of size " + found.size());
    }
    SignedNote note = requireSigned(found);
    if (file.isPresent()) {
      requireGrownFrom(file.get(), found);
    }
    witnesses.require(found, database.tiles());
    database.rollback();
    headFile.write(note);
    return tree;
  }

  private TreeWriter begin() throws SQLException, IOException {
    TreeWriter tree = new TreeWriter();
    LogHead head = new LogHead(0, tree.root());
    SignedNote note = signers.sign(head, clock.instant());
    database.createHead(head);
    database.addCheckpoint(0, note, clock.instant());
    if (witnesses.isIdle()) {
      database.addWitnessed(0, note, clock.instant());
    }
    database.commit();
    headFile.write(note);
    return tree;
  }

  /** The stored checkpoint of {@code head}: only a key of ours can have made it. */
  private SignedNote requireSigned(LogHead head) throws SequencerException, SQLException {
    String text =
        database
            .checkpoint(head.size())
            .orElseThrow(() -> different("it has no checkpoint of its size " + head.size()));
    try {
      SignedNote note = SignedNote.parse(text.getBytes(UTF_8));
      Checkpoint checkpoint = signers.verify(note);
      if (checkpoint.size() == head.size() && checkpoint.root().equals(head.root())) {
        return note;
      }
    } catch (NoteException e) {
      throw different("its checkpoint of size " + head.size() + ": " + e.getMessage());
    }
    throw different("its checkpoint of size " + head.size() + " is of another head");
  }

  private void requireGrownFrom(Checkpoint file, LogHead head)
      throws SequencerException, IOException {
    ConsistencyProof proof = new ProofMaker(database.tiles()).consistency(file.size(), head.size());
    if (!proof.verify(file.root(), head.root())) {
      throw different("its log did not grow out of size " + file.size() + " in " + headFile);
    }
  }

  private static SequencerException different(String reason) {
    return new SequencerException(SequencerCode.DATABASE_DIFFERENT, reason);
  }
}
