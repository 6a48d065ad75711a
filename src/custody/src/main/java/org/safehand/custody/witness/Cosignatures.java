package org.safehand.custody.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.NoteFault;
import org.safehand.custody.note.NoteSignature;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.note.VerifierKey;

/** What a log believes of a witness's answer: nothing but what the witness's key signed. */
public final class Cosignatures {
  /** The longest answer in bytes that is read. */
  public static final int MAX_LENGTH = 32 * 1024;

  /** The media type of an answer 409. */
  public static final String SIZE_TYPE = "text/x.tlog.size";

  private static final Pattern SIZE = Pattern.compile("(?:0|[1-9][0-9]{0,17})\\n");

  private Cosignatures() {}

  /**
   * The line of {@code witness} in {@code body}, the answer 200 to a request with {@code note}.
   * Lines of other keys are of no consequence, but must be signature lines.
   *
   * @throws NoteException if there is no line of {@code witness}, more than one, one that does not
   *     hold or one without a time
   */
  public static NoteSignature read(byte[] body, SignedNote note, VerifierKey witness)
      throws NoteException {
    requireNonNull(note, "note is null");
    List<NoteSignature> own = new ArrayList<>();
    for (NoteSignature line : lines(body)) {
      if (witness.claims(line)) {
        own.add(line);
      }
    }
    if (own.size() != 1) {
      throw new NoteException(
          own.isEmpty() ? NoteFault.UNSIGNED : NoteFault.MALFORMED,
          own.size() + " lines of " + witness.name() + " in the answer, not one");
    }
    NoteSignature line = own.get(0);
    if (!witness.verifies(note, line)) {
      throw new NoteException(
          NoteFault.BAD_SIGNATURE, "the cosignature of " + witness.name() + " does not hold");
    }
    if (witness.cosignedAt(line).filter(time -> time.isAfter(Instant.EPOCH)).isEmpty()) {
      throw new NoteException(
          NoteFault.MALFORMED, "the cosignature of " + witness.name() + " has no time");
    }
    return line;
  }

  private static List<NoteSignature> lines(byte[] body) throws NoteException {
    String text = decode(body);
    if (!text.endsWith("\n")) {
      throw malformed();
    }
    List<NoteSignature> lines = new ArrayList<>();
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      lines.add(NoteSignature.ofLine(line).orElseThrow(Cosignatures::malformed));
    }
    return lines;
  }

  private static String decode(byte[] body) throws NoteException {
    if (body.length > MAX_LENGTH) {
      throw malformed();
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static NoteException malformed() {
    return new NoteException(NoteFault.MALFORMED, "the answer is not signature lines");
  }

  /** The answer 200 that consists of {@code lines}. */
  public static byte[] write(List<NoteSignature> lines) {
    StringBuilder body = new StringBuilder();
    lines.forEach(line -> body.append(line.line()).append('\n'));
    return body.toString().getBytes(UTF_8);
  }

  /** The size that {@code body}, the answer 409, names. */
  public static OptionalLong readSize(byte[] body) {
    String text = new String(body, UTF_8);
    return SIZE.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text.strip()))
        : OptionalLong.empty();
  }

  /** The answer 409 that names {@code size}. */
  public static byte[] writeSize(long size) {
    return (size + "\n").getBytes(UTF_8);
  }
}
