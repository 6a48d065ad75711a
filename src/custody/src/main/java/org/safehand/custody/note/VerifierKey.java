package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * A C2SP verifier key, {@code name+id+base64(type, public key)}: of a log (Ed25519, type 0x01) or
 * of a witness (timestamped Ed25519 cosignature, type 0x04, tlog-cosignature).
 */
public final class VerifierKey {
  static final byte ED25519 = 0x01;
  static final byte COSIGNATURE = 0x04;

  private final String name;
  private final byte type;
  private final Ed25519PublicKeyParameters key;

  VerifierKey(String name, byte type, Ed25519PublicKeyParameters key) {
    this.name = KeyName.require(name);
    this.type = type;
    this.key = key;
  }

  /** The key whose text is exactly {@code vkey}, if its type is one of the two. */
  public static Optional<VerifierKey> parse(String vkey) {
    String[] parts = requireNonNull(vkey, "vkey is null").split("\\+", 3);
    if (parts.length != 3 || !KeyName.isValid(parts[0])) {
      return Optional.empty();
    }
    return CanonicalBase64.decode(parts[2])
        .filter(bytes -> bytes.length == 1 + Ed25519PublicKeyParameters.KEY_SIZE)
        .filter(bytes -> bytes[0] == ED25519 || bytes[0] == COSIGNATURE)
        .flatMap(bytes -> ofKey(parts[0], bytes))
        .filter(key -> key.toString().equals(vkey));
  }

  private static Optional<VerifierKey> ofKey(String name, byte[] bytes) {
    try {
      return Optional.of(new VerifierKey(name, bytes[0], new Ed25519PublicKeyParameters(bytes, 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return KeyName.keyId(name, type, key.getEncoded());
  }

  /** Whether this is the key of a witness, whose signatures carry the time of cosigning. */
  public boolean isWitness() {
    return type == COSIGNATURE;
  }

  /** Whether {@code signature} claims to be of this key. */
  public boolean claims(NoteSignature signature) {
    return signature.keyId() == keyId() && signature.name().equals(name);
  }

  /** Whether {@code signature} is of this key over the text of {@code note}. */
  public boolean verifies(SignedNote note, NoteSignature signature) {
    if (!claims(signature)) {
      return false;
    }
    byte[] text = note.text().getBytes(UTF_8);
    byte[] bytes = signature.signature();
    if (type == ED25519) {
      return verifies(text, bytes);
    }
    if (bytes.length <= Long.BYTES) {
      return false;
    }
    String head =
        "cosignature/v1\ntime " + Long.toUnsignedString(ByteBuffer.wrap(bytes).getLong()) + "\n";
    return verifies(
        (head + note.text()).getBytes(UTF_8), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
  }

  private boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The verifier key text. */
  @Override
  public String toString() {
    byte[] typed = ByteBuffer.allocate(33).put(type).put(key.getEncoded()).array();
    return name + "+" + KeyName.hex(keyId()) + "+" + CanonicalBase64.encode(typed);
  }
}
