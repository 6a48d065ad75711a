package org.safehand.custody.trust;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;

/**
 * Which log is trusted, under which keys, and how many witnesses must have cosigned.
 *
 * @param origin the first line of its checkpoints
 * @param keys the present Ed25519 key and retired ones, at least one of which must have signed; if
 *     ML-DSA-44 keys are among them, one of these must have signed too
 * @param witnesses keys of the witnesses that count
 * @param quorum how many of them must have signed
 */
public record LogTrust(
    String origin, List<VerifierKey> keys, List<VerifierKey> witnesses, int quorum) {
  public LogTrust {
    requireNonNull(origin, "origin is null");
    keys = List.copyOf(keys);
    witnesses = List.copyOf(witnesses);
    if (keys.stream().noneMatch(VerifierKey::isLogKey)) {
      throw new IllegalArgumentException("a log is trusted under at least one Ed25519 log key");
    }
    if (!keys.stream().allMatch(key -> key.isLogKey() || key.isPostQuantum())) {
      throw new IllegalArgumentException("a log signs with Ed25519 and ML-DSA-44 alone");
    }
    if (!witnesses.stream().allMatch(VerifierKey::isCosigner)) {
      throw new IllegalArgumentException("a witness signs with a cosignature key");
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new IllegalArgumentException("a quorum is between 0 and the number of witnesses");
    }
    if (Set.copyOf(names(keys, witnesses)).size() != keys.size() + witnesses.size()) {
      throw new IllegalArgumentException("a key is named twice");
    }
  }

  private static Set<String> names(List<VerifierKey> keys, List<VerifierKey> witnesses) {
    Set<String> names = new HashSet<>();
    Stream.concat(keys.stream(), witnesses.stream()).forEach(key -> names.add(key.toString()));
    return names;
  }

  /**
   * The checkpoint that {@code note} is, if a log key signed it, the quorum cosigned it, each line
   * is of a different trusted key, and every line holds.
   */
  public Checkpoint verify(SignedNote note) throws NoteException {
    Set<VerifierKey> signers = signers(note);
    requireSignedByLog(signers);
    long cosigned = witnesses.stream().filter(signers::contains).count();
    if (cosigned < quorum) {
      throw new NoteException(
          NoteFault.QUORUM, cosigned + " witnesses cosigned, " + quorum + " are asked");
    }
    Checkpoint checkpoint = Checkpoint.of(note);
    requireOrigin(checkpoint.origin());
    return checkpoint;
  }

  /**
   * The statement of a restore that {@code note} is, if every line is of a different Ed25519 key of
   * the log and holds. Neither a witness nor a post-quantum key signs one: both sign checkpoints
   * alone, by their format (C2SP tlog-cosignature).
   */
  public RestoreStatement verifyRestore(SignedNote note) throws NoteException {
    if (!signers(note).stream().allMatch(VerifierKey::isLogKey)) {
      throw new NoteException(NoteFault.UNKNOWN_SIGNER, "a restore is signed by a log key alone");
    }
    RestoreStatement statement = RestoreStatement.of(note);
    requireOrigin(statement.origin());
    return statement;
  }

  /** Whose lines there are, each of a different trusted key, if every one holds. */
  private Set<VerifierKey> signers(SignedNote note) throws NoteException {
    Set<VerifierKey> signers = new HashSet<>();
    for (NoteSignature signature : note.signatures()) {
      VerifierKey signer = signer(signature);
      if (!signer.verifies(note, signature)) {
        throw new NoteException(
            NoteFault.BAD_SIGNATURE, "the signature of " + signer.name() + " does not hold");
      }
      if (!signers.add(signer)) {
        throw new NoteException(NoteFault.MALFORMED, "two signature lines of " + signer.name());
      }
    }
    return signers;
  }

  private void requireOrigin(String signed) throws NoteException {
    if (!signed.equals(origin)) {
      throw new NoteException(NoteFault.WRONG_ORIGIN, "of the log " + signed + ", not " + origin);
    }
  }

  private void requireSignedByLog(Set<VerifierKey> signers) throws NoteException {
    for (boolean postQuantum : new boolean[] {false, true}) {
      List<VerifierKey> group =
          keys.stream().filter(key -> key.isPostQuantum() == postQuantum).toList();
      if (!group.isEmpty() && group.stream().noneMatch(signers::contains)) {
        throw new NoteException(
            NoteFault.UNSIGNED,
            postQuantum ? "no post-quantum key of the log signed" : "no key of the log signed");
      }
    }
  }

  private VerifierKey signer(NoteSignature signature) throws NoteException {
    Optional<VerifierKey> signer =
        Stream.concat(keys.stream(), witnesses.stream())
            .filter(key -> key.claims(signature))
            .findFirst();
    return signer.orElseThrow(
        () ->
            new NoteException(
                NoteFault.UNKNOWN_SIGNER,
                "a signature line of " + signature.name() + ", whose key is not trusted"));
  }
}
