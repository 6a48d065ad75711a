package org.safehand.referral.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safehand.custody.anchor.LogAnchor;
import org.safehand.custody.note.Checkpoint;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;

/**
 * A time-stamped checkpoint of our own log, as it is kept.
 *
 * @param stamped the checkpoint and its token
 * @param at when it was kept, by the database's clock
 */
public record Anchor(LogAnchor stamped, Instant at) {
  /** Length of an Ed25519 signature (RFC 8032, section 5.1.6), as a log's line has it. */
  private static final int ED25519 = 64;

  /** Refuses nulls. */
  public Anchor {
    requireNonNull(stamped, "stamped is null");
    requireNonNull(at, "at is null");
  }

  /** How many events it commits to. */
  public long size() {
    return checkpoint(stamped.note()).size();
  }

  /** The ids of the Ed25519 log keys that signed it. */
  Set<String> logKeys() {
    return logKeys(stamped.note());
  }

  /**
   * The ids of the Ed25519 log keys that signed {@code note}: the lines under the origin's own name
   * whose signature has no time before it (C2SP signed-note, tlog-cosignature).
   */
  static Set<String> logKeys(SignedNote note) {
    String origin = checkpoint(note).origin();
    return note.signatures().stream()
        .filter(line -> line.name().equals(origin) && line.signature().length == ED25519)
        .map(Anchor::keyId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The checkpoint that a note of our own log is. */
  static Checkpoint checkpoint(SignedNote note) {
    try {
      return Checkpoint.of(note);
    } catch (NoteException e) {
      throw new IllegalStateException("a checkpoint of our own log is malformed", e);
    }
  }

  /** The key id of a signature line, eight hexadecimal digits. */
  static String keyId(NoteSignature line) {
    return HexFormat.of().toHexDigits(line.keyId());
  }
}
