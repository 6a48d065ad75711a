package org.safehand.custody.log;

import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.trust.LogTrust;

/** Verifies the file {@code checkpoint} of a log, whose refusals are those of an exported log. */
public final class CheckpointVerifier {
  private CheckpointVerifier() {}

  /** The signed note that is exactly {@code bytes}; nobody's signature was checked. */
  public static SignedNote parse(byte[] bytes) throws LogException {
    try {
      return SignedNote.parse(bytes);
    } catch (NoteException e) {
      throw refused(e);
    }
  }

  /** The checkpoint that {@code note} is, if {@code trust} is fulfilled. */
  public static Checkpoint verify(SignedNote note, LogTrust trust) throws LogException {
    try {
      return trust.verify(note);
    } catch (NoteException e) {
      throw refused(e);
    }
  }

  private static LogException refused(NoteException e) {
    return new LogException(
        fault(e.fault()),
        LogFolder.CHECKPOINT,
        "a checkpoint of the trusted log",
        String.valueOf(e.getMessage()));
  }

  private static LogFault fault(NoteFault fault) {
    return switch (fault) {
      case MALFORMED -> LogFault.CHECKPOINT_MALFORMED;
      case UNKNOWN_SIGNER -> LogFault.CHECKPOINT_UNKNOWN_SIGNER;
      case BAD_SIGNATURE -> LogFault.CHECKPOINT_SIGNATURE;
      case UNSIGNED -> LogFault.CHECKPOINT_UNSIGNED;
      case QUORUM -> LogFault.CHECKPOINT_QUORUM;
      case WRONG_ORIGIN -> LogFault.CHECKPOINT_ORIGIN;
    };
  }
}
