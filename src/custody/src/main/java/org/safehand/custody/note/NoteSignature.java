package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.safehand.custody.encoding.CanonicalBase64;

/** One signature line of a note: key name, key id and the signature bytes. */
public final class NoteSignature {
  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;

  private final String name;
  private final int keyId;
  private final byte[] signature;

  NoteSignature(String name, int keyId, byte[] signature) {
    this.name = KeyName.require(name);
    this.keyId = keyId;
    this.signature = signature.clone();
  }

  /** The signature whose line, without newline, is exactly {@code line}. */
  public static Optional<NoteSignature> ofLine(String line) {
    int space = requireNonNull(line, "line is null").indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      return Optional.empty();
    }
    String name = line.substring(DASH.length(), space);
    return CanonicalBase64.decode(line.substring(space + 1))
        .filter(bytes -> bytes.length > ID_LENGTH && KeyName.isValid(name))
        .map(ByteBuffer::wrap)
        .map(bytes -> new NoteSignature(name, bytes.getInt(), remaining(bytes)));
  }

  private static byte[] remaining(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  /** The line in the note, without newline. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(ID_LENGTH + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + CanonicalBase64.encode(bytes);
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return keyId;
  }

  /** The bytes after the key id, a copy. */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that && line().equals(that.line());
  }

  @Override
  public int hashCode() {
    return keyId;
  }

  /** The line in the note. */
  @Override
  public String toString() {
    return line();
  }
}
