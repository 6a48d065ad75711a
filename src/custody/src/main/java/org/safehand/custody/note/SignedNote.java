package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * C2SP signed-note: a text that ends in a newline, a blank line, one or more signature lines.
 *
 * <p>Parsing says nothing about who signed; nothing in the text may be used before a key verified
 * it.
 */
public final class SignedNote {
  /** More bytes than sixteen post-quantum signatures take. */
  public static final int MAX_LENGTH = 128 * 1024;

  private static final int MAX_SIGNATURES = 16;

  private final String text;
  private final List<NoteSignature> signatures;

  SignedNote(String text, List<NoteSignature> signatures) {
    this.text = requireText(text);
    this.signatures = List.copyOf(signatures);
    if (signatures.isEmpty()) {
      throw new IllegalArgumentException("a signed note has a signature");
    }
  }

  static String requireText(String text) {
    if (!requireNonNull(text, "text is null").endsWith("\n")) {
      throw new IllegalArgumentException("the text of a note ends in a newline");
    }
    return text;
  }

  /** The note whose bytes are exactly {@code bytes}. */
  public static SignedNote parse(byte[] bytes) throws NoteException {
    requireNonNull(bytes, "bytes is null");
    if (bytes.length > MAX_LENGTH) {
      throw malformed("longer than " + MAX_LENGTH + " bytes");
    }
    String note = decode(bytes);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw malformed("no blank line before signature lines");
    }
    if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw malformed("a control character");
    }
    return new SignedNote(
        note.substring(0, blank + 1), signatures(note.substring(blank + 2, note.length() - 1)));
  }

  private static List<NoteSignature> signatures(String lines) throws NoteException {
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      signatures.add(
          NoteSignature.ofLine(line)
              .orElseThrow(() -> malformed("signature line " + (signatures.size() + 1))));
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw malformed("more than " + MAX_SIGNATURES + " signature lines");
    }
    return signatures;
  }

  private static String decode(byte[] bytes) throws NoteException {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8");
    }
  }

  private static NoteException malformed(String reason) {
    return new NoteException(NoteFault.MALFORMED, "not a signed note: " + reason);
  }

  /** The signed text with its final newline; not to be trusted before it is verified. */
  public String text() {
    return text;
  }

  /**
   * This note with further signature lines at its end; a line that is there already is not
   * repeated.
   */
  public SignedNote with(List<NoteSignature> further) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    further.stream().filter(line -> !all.contains(line)).forEach(all::add);
    return new SignedNote(text, all);
  }

  /** This text with {@code lines} and no other, at least one. */
  public SignedNote withOnly(List<NoteSignature> lines) {
    return new SignedNote(text, lines);
  }

  public List<NoteSignature> signatures() {
    return signatures;
  }

  /** The whole note as a file. */
  public byte[] bytes() {
    return toString().getBytes(UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedNote that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The whole note. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }
}
