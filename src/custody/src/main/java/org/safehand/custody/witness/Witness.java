package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.CosignerKey;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.tree.ConsistencyProof;

/**
 * A witness (C2SP tlog-witness, "add-checkpoint").
 *
 * <p>Guarantee: of each log it cosigns checkpoints of one history only, each the continuation of
 * the one before, as long as its state is not set back. It sees no entry, and says nothing of what
 * was logged. Stricter than the specification: one spelling of the request, no extension lines.
 */
public final class Witness {
  private final CosignerKey key;
  private final Map<String, WitnessedLog> logs;
  private final WitnessState state;

  /**
   * The witness that signs with {@code key} for {@code logs}, of which no origin is there twice.
   */
  public Witness(CosignerKey key, Collection<WitnessedLog> logs, WitnessState state) {
    this.key = requireNonNull(key, "key is null");
    this.logs =
        Map.copyOf(
            logs.stream().collect(Collectors.toMap(WitnessedLog::origin, Function.identity())));
    this.state = requireNonNull(state, "state is null");
  }

  /**
   * Answers the request {@code body}, made at {@code now}. A cosigned checkpoint is recorded when
   * this returns.
   *
   * @throws IOException if the state cannot be read or written; nothing is cosigned then
   */
  public WitnessAnswer add(byte[] body, Instant now) throws IOException {
    try {
      AddCheckpoint request = AddCheckpoint.parse(body);
      Checkpoint checkpoint = Checkpoint.of(request.note());
      WitnessedLog log = logs.get(checkpoint.origin());
      if (log == null) {
        return new WitnessAnswer.UnknownLog("the log is not known here");
      }
      return add(request, checkpoint, log, now);
    } catch (NoteException e) {
      return new WitnessAnswer.Malformed(String.valueOf(e.getMessage()));
    }
  }

  private WitnessAnswer add(
      AddCheckpoint request, Checkpoint checkpoint, WitnessedLog log, Instant now)
      throws NoteException, IOException {
    SignedNote signed;
    try {
      signed = log.requireSigned(request.note());
    } catch (NoteException e) {
      return new WitnessAnswer.Unsigned(String.valueOf(e.getMessage()));
    }
    if (request.oldSize() > checkpoint.size()) {
      return new WitnessAnswer.Malformed("the old size is larger than that of the checkpoint");
    }
    NoteSignature line = key.cosign(checkpoint, now);
    SignedNote next = signed.with(List.of(line));
    while (true) {
      Optional<SignedNote> last = state.last(log.origin());
      Optional<WitnessAnswer> refusal = refusal(request, checkpoint, last);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      // lost to another request that was answered meanwhile: it is judged against that one anew
      if (state.replace(log.origin(), last, next)) {
        return new WitnessAnswer.Cosigned(List.of(line));
      }
    }
  }

  private static Optional<WitnessAnswer> refusal(
      AddCheckpoint request, Checkpoint checkpoint, Optional<SignedNote> last) throws IOException {
    Optional<Checkpoint> cosigned = checkpoint(last);
    long size = cosigned.map(Checkpoint::size).orElse(0L);
    if (request.oldSize() != size) {
      return Optional.of(new WitnessAnswer.OtherSize(size));
    }
    Digest root = cosigned.map(Checkpoint::root).orElse(Digest.of());
    ConsistencyProof proof = new ConsistencyProof(size, checkpoint.size(), request.proof());
    return proof.verify(root, checkpoint.root())
        ? Optional.empty()
        : Optional.of(
            new WitnessAnswer.Inconsistent(
                "the checkpoint does not continue the one of size " + size + " and root " + root));
  }

  private static Optional<Checkpoint> checkpoint(Optional<SignedNote> last) throws IOException {
    try {
      return last.isPresent() ? Optional.of(Checkpoint.of(last.get())) : Optional.empty();
    } catch (NoteException e) {
      throw new IOException("the state holds no checkpoint", e);
    }
  }

  /**
   * The last cosigned checkpoint of the log whose origin has the SHA-256 {@code origin}, with the
   * lines of the log that were verified and the cosignature (tlog-witness, "Monitor Retrieval").
   */
  public Optional<SignedNote> last(Digest origin) throws IOException {
    for (String known : logs.keySet()) {
      if (originHash(known).equals(origin)) {
        return state.last(known);
      }
    }
    return Optional.empty();
  }

  /** The hash under which a witness serves the checkpoint of the log {@code origin}. */
  public static Digest originHash(String origin) {
    return Digest.of(origin.getBytes(UTF_8));
  }
}
