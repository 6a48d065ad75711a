package org.safehand.custody.completeness;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.extract.ExtractException;
import org.safehand.custody.extract.ExtractFault;
import org.safehand.custody.extract.ExtractIssued;
import org.safehand.custody.log.LogException;
import org.safehand.custody.log.LogVerifier;
import org.safehand.custody.log.VerifiedLog;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.trust.Trust;

/**
 * Verifies a custody extract offline.
 *
 * <p>Guarantee: when {@link #verify(byte[], Trust)} returns, the trusted log committed to every
 * event in the extract; they are the events 0 to n-1 of one case without gap, each naming the one
 * before; what is open is what was recorded; and the last event states their number. An adversary
 * who holds all keys but the log's and its witnesses' cannot change, drop or reorder one of them.
 *
 * <p>With the log ({@link #verify(byte[], Trust, Path)}) also: no second event claims one of these
 * numbers, and the case does not go on beside the extract. What was never logged, nobody can find.
 */
public final class ExtractVerifier {
  private final Trust trust;

  private ExtractVerifier(Trust trust) {
    this.trust = requireNonNull(trust, "trust is null");
  }

  /**
   * The extract in the file {@code bytes}, verified.
   *
   * @throws ExtractException if anything does not hold
   */
  public static VerifiedExtract verify(byte[] bytes, Trust trust) throws ExtractException {
    return new ExtractVerifier(trust).verify(bytes);
  }

  /**
   * The same, compared with every entry of the exported log in {@code log}, which is verified first
   * and must be at least as large as the extract's checkpoint.
   *
   * @throws ExtractException if anything of the extract does not hold
   * @throws LogException if anything of the log does not hold
   * @throws IOException if a file of the log cannot be read
   */
  public static VerifiedExtract verify(byte[] bytes, Trust trust, Path log)
      throws ExtractException, LogException, IOException {
    VerifiedExtract verified = verify(bytes, trust);
    VerifiedLog whole = LogVerifier.verify(log, trust);
    return verified.with(
        new LogComparison(verified.extract(), verified.checkpoint(), log)
            .compare(whole.checkpoint()));
  }

  private VerifiedExtract verify(byte[] bytes) throws ExtractException {
    Extract extract = Extract.parse(bytes);
    Checkpoint checkpoint = verified(extract.checkpoint());
    new LeafVerifier(extract, checkpoint).verify();
    new ChainVerifier(extract).verify();
    EventHeader issuing = EndVerifier.issuing(extract);
    ExtractIssued issued = EndVerifier.verify(extract, issuing);
    return new VerifiedExtract(
        extract,
        Digest.of(bytes),
        checkpoint,
        names(extract.checkpoint(), false),
        names(extract.checkpoint(), true),
        issuing,
        issued,
        LostEvents.covered(extract.events()),
        Optional.empty());
  }

  private Checkpoint verified(SignedNote note) throws ExtractException {
    try {
      return trust.log().verify(note);
    } catch (NoteException e) {
      throw new ExtractException(
          ExtractFault.CHECKPOINT,
          "the checkpoint",
          "one of the trusted log",
          String.valueOf(e.getMessage()));
    }
  }

  private List<String> names(SignedNote note, boolean ofWitnesses) {
    return note.signatures().stream()
        .filter(signature -> isWitness(signature) == ofWitnesses)
        .map(NoteSignature::name)
        .toList();
  }

  private boolean isWitness(NoteSignature signature) {
    return trust.log().witnesses().stream().anyMatch(key -> key.claims(signature));
  }
}
