package org.safehand.sequencer.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.LogKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.RestoreStatement;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;
import org.safehand.custody.trust.LogTrust;
import org.safehand.sequencer.database.LogHead;

/**
 * The keys of the log: the Ed25519 key and, where there is one, the ML-DSA-44 key that sign now,
 * and retired ones, whose checkpoints count still.
 */
public final class LogSigners {
  private final LogKey key;
  private final Optional<CosignerKey> postQuantum;
  private final List<VerifierKey> classicKeys;
  private final List<VerifierKey> postQuantumKeys;

  /**
   * The keys of the log that {@code key} is named after.
   *
   * @param postQuantum an ML-DSA-44 key of the same name, which signs too
   * @param retired keys of the same name that signed before; none of the present ones
   */
  public LogSigners(LogKey key, Optional<CosignerKey> postQuantum, List<VerifierKey> retired) {
    this.key = requireNonNull(key, "key is null");
    this.postQuantum = requireNonNull(postQuantum, "postQuantum is null");
    List<VerifierKey> keys = new ArrayList<>();
    keys.add(key.verifierKey());
    postQuantum.map(CosignerKey::verifierKey).ifPresent(keys::add);
    keys.addAll(retired);
    this.classicKeys = keys.stream().filter(VerifierKey::isLogKey).toList();
    this.postQuantumKeys = keys.stream().filter(VerifierKey::isPostQuantum).toList();
    if (classicKeys.size() + postQuantumKeys.size() != keys.size()) {
      throw new IllegalArgumentException("a log signs with Ed25519 and ML-DSA-44 alone");
    }
    if (!keys.stream().allMatch(one -> one.name().equals(key.name()))) {
      throw new IllegalArgumentException("every key of a log is named after its origin");
    }
    trust(List.of());
  }

  /** The log's name, the first line of its checkpoints. */
  public String origin() {
    return key.name();
  }

  /** The checkpoint of {@code head} with the line of each present key. */
  public SignedNote sign(LogHead head, Instant time) {
    Checkpoint checkpoint = new Checkpoint(origin(), head.size(), head.root());
    SignedNote note = key.sign(checkpoint);
    if (postQuantum.isEmpty()) {
      return note;
    }
    try {
      return note.with(List.of(postQuantum.get().cosign(checkpoint, time)));
    } catch (NoteException e) {
      throw new IllegalArgumentException("an origin has at most 255 bytes", e);
    }
  }

  /** {@code statement} with the line of the present Ed25519 key. */
  public SignedNote sign(RestoreStatement statement) {
    return key.sign(statement);
  }

  /**
   * Trust in this log under its present and retired keys. A post-quantum line must hold where there
   * is one; older checkpoints have none.
   *
   * @param witnesses whose lines may be there too
   */
  public LogTrust trust(List<VerifierKey> witnesses) {
    return new LogTrust(
        origin(),
        classicKeys,
        Stream.concat(postQuantumKeys.stream(), witnesses.stream()).toList(),
        0);
  }

  /** The checkpoint that {@code note} is, if a key of this log signed it. */
  public Checkpoint verify(SignedNote note) throws NoteException {
    return trust(List.of()).verify(own(note));
  }

  /** {@code note} with the lines of this log's keys alone, the Ed25519 ones first. */
  public SignedNote own(SignedNote note) throws NoteException {
    List<NoteSignature> lines =
        Stream.concat(classicKeys.stream(), postQuantumKeys.stream())
            .flatMap(one -> note.signatures().stream().filter(one::claims))
            .toList();
    if (lines.isEmpty()) {
      throw new NoteException(NoteFault.UNSIGNED, "no key of the log signed");
    }
    return note.withOnly(lines);
  }

  /** Never a private key. */
  @Override
  public String toString() {
    return key.verifierKey().toString();
  }
}
