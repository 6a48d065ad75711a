package org.safehand.custody.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.trust.LogTrust;

/**
 * A restore as its row says, which anybody may have written.
 *
 * @param firstIndex the first index of the log that the backup did not have
 * @param lost how many events from there on are lost for good
 * @param size how many entries the log has since
 * @param root the root of those entries
 * @param note what the log key is said to have signed of it
 */
public record StoredRestore(long firstIndex, long lost, long size, Digest root, String note) {
  public StoredRestore {
    requireNonNull(root, "root is null");
    requireNonNull(note, "note is null");
  }

  /**
   * The statement in the note, if a key of the trusted log signed it and the row says the same.
   *
   * @throws NoteException otherwise
   */
  public RestoreStatement verified(LogTrust trust) throws NoteException {
    RestoreStatement signed = trust.verifyRestore(SignedNote.parse(note.getBytes(UTF_8)));
    if (signed.firstIndex() != firstIndex
        || signed.lost() != lost
        || signed.size() != size
        || !signed.root().equals(root)) {
      throw new NoteException(NoteFault.MALFORMED, "the log signed another restore than the row");
    }
    return signed;
  }

  /** The facts of the event {@code restored} by which a node tells of it. */
  public Map<String, String> facts() {
    return Map.of(
        "firstIndex", Long.toString(firstIndex),
        "lost", Long.toString(lost),
        "size", Long.toString(size),
        "root", root.hex());
  }

  /** Which restore, in words. */
  public String place() {
    return "restore from index " + firstIndex;
  }
}
