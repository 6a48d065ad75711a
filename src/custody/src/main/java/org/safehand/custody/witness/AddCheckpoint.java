package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.SignedNote;

/**
 * The body of a request {@code add-checkpoint} (C2SP tlog-witness): the size of the last checkpoint
 * that the witness cosigned, the proof that the new one continues it, and the new one.
 *
 * @param oldSize what the log believes the witness has cosigned last; 0 for nothing
 * @param proof nodes of the consistency proof from there, at most {@value #MAX_PROOF}
 * @param note the checkpoint with its signature lines
 */
public record AddCheckpoint(long oldSize, List<Digest> proof, SignedNote note) {
  /** Most lines of a proof. */
  public static final int MAX_PROOF = 63;

  /** The longest body in bytes. */
  public static final int MAX_LENGTH = SignedNote.MAX_LENGTH + (MAX_PROOF + 2) * 45;

  private static final int MAX_HEAD = 32 + MAX_PROOF * 45;
  private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

  public AddCheckpoint {
    proof = List.copyOf(requireNonNull(proof, "proof is null"));
    requireNonNull(note, "note is null");
    if (oldSize < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
    if (proof.size() > MAX_PROOF) {
      throw new IllegalArgumentException("a proof has at most " + MAX_PROOF + " lines");
    }
  }

  /** The request whose body is exactly {@code body}. */
  public static AddCheckpoint parse(byte[] body) throws NoteException {
    int end = endOfHead(requireNonNull(body, "body is null"));
    String[] lines = new String(body, 0, end, US_ASCII).split("\n", -1);
    Matcher old = OLD.matcher(lines[0]);
    if (!old.matches()) {
      throw malformed("the first line is not \"old\" and a size");
    }
    if (lines.length - 1 > MAX_PROOF) {
      throw malformed("more than " + MAX_PROOF + " proof lines");
    }
    List<Digest> proof = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      proof.add(
          Digest.ofBase64(line)
              .orElseThrow(() -> malformed("proof line " + (proof.size() + 1) + " is no hash")));
    }
    return new AddCheckpoint(
        Long.parseLong(old.group(1)),
        proof,
        SignedNote.parse(Arrays.copyOfRange(body, end + 2, body.length)));
  }

  /** Where the first empty line begins: the head ends before the newline in front of it. */
  private static int endOfHead(byte[] body) throws NoteException {
    for (int i = 0; i + 1 < body.length && i <= MAX_HEAD; i++) {
      if (body[i] == '\n' && body[i + 1] == '\n') {
        return i;
      }
    }
    throw malformed("no empty line after the proof");
  }

  private static NoteException malformed(String reason) {
    return new NoteException(NoteFault.MALFORMED, "not a request to cosign: " + reason);
  }

  /** The body. */
  public byte[] bytes() {
    StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(node -> body.append(node.base64()).append('\n'));
    return body.append('\n').append(note).toString().getBytes(UTF_8);
  }
}
