package org.safehand.custody.anchor;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.timestamp.TimeStampToken;

/**
 * A checkpoint and the time-stamp over exactly its bytes: the log was this large, under this root,
 * at that time at the latest. Nothing of it is verified.
 *
 * @param note the signed checkpoint, with the lines it had when it was time-stamped
 * @param token over SHA-256 of the note's bytes
 */
public record LogAnchor(SignedNote note, TimeStampToken token) {
  public LogAnchor {
    requireNonNull(note, "note is null");
    requireNonNull(token, "token is null");
  }

  /** The checkpoint that the note is. */
  public Checkpoint checkpoint() throws NoteException {
    return Checkpoint.of(note);
  }

  /** What the token must be over. */
  public static Digest stamped(SignedNote note) {
    return Digest.of(note.bytes());
  }
}
