package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;

/**
 * A log that a witness cosigns.
 *
 * @param origin the first line of its checkpoints, at most 255 bytes
 * @param keys the keys that may sign them: one, several while they change, Ed25519 or ML-DSA-44
 */
public record WitnessedLog(String origin, List<VerifierKey> keys) {
  private static final int MAX_ORIGIN = 255;

  public WitnessedLog {
    int length = requireNonNull(origin, "origin is null").getBytes(UTF_8).length;
    keys = List.copyOf(keys);
    if (length == 0 || length > MAX_ORIGIN) {
      throw new IllegalArgumentException("an origin has between 1 and 255 bytes");
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("a log is witnessed under at least one key");
    }
  }

  /**
   * {@code note} with one line of each of this log's keys that signed; all of theirs hold. Other
   * lines are of no consequence, as the specification says.
   */
  SignedNote requireSigned(SignedNote note) throws NoteException {
    Map<VerifierKey, NoteSignature> lines = new LinkedHashMap<>();
    for (NoteSignature line : note.signatures()) {
      Optional<VerifierKey> key = keys.stream().filter(k -> k.claims(line)).findFirst();
      if (key.isEmpty()) {
        continue;
      }
      if (!key.get().verifies(note, line)) {
        throw new NoteException(
            NoteFault.BAD_SIGNATURE, "a signature of " + origin + " does not hold");
      }
      lines.putIfAbsent(key.get(), line);
    }
    if (lines.isEmpty()) {
      throw new NoteException(NoteFault.UNSIGNED, "no known key of " + origin + " signed");
    }
    return note.withOnly(List.copyOf(lines.values()));
  }
}
