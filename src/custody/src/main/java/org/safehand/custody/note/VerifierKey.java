package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * A C2SP verifier key, {@code name+id+base64(type, public key)}: of a log (Ed25519, type 0x01) or
 * of a cosigner (tlog-cosignature: Ed25519, type 0x04, or ML-DSA-44, type 0x06).
 */
public final class VerifierKey {
  private final String name;
  private final KeyType type;
  private final byte[] publicKey;

  VerifierKey(String name, KeyType type, byte[] publicKey) {
    this.name = KeyName.require(name);
    this.type = requireNonNull(type, "type is null");
    if (!type.accepts(publicKey)) {
      throw new IllegalArgumentException("not a public key of type " + type);
    }
    this.publicKey = publicKey.clone();
  }

  /** The key whose text is exactly {@code vkey}, if its type is one of the three. */
  public static Optional<VerifierKey> parse(String vkey) {
    String[] parts = requireNonNull(vkey, "vkey is null").split("\\+", 3);
    if (parts.length != 3 || !KeyName.isValid(parts[0])) {
      return Optional.empty();
    }
    return CanonicalBase64.decode(parts[2])
        .filter(bytes -> bytes.length > 1)
        .flatMap(bytes -> ofBytes(parts[0], bytes))
        .filter(key -> key.toString().equals(vkey));
  }

  private static Optional<VerifierKey> ofBytes(String name, byte[] typed) {
    byte[] publicKey = Arrays.copyOfRange(typed, 1, typed.length);
    return KeyType.of(typed[0])
        .filter(type -> type.accepts(publicKey))
        .map(type -> new VerifierKey(name, type, publicKey));
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return KeyName.keyId(name, type.code(), publicKey);
  }

  /** Whether this is the Ed25519 key of a log. */
  public boolean isLogKey() {
    return type == KeyType.LOG_ED25519;
  }

  /** Whether no quantum computer known to be possible forges signatures of this key. */
  public boolean isPostQuantum() {
    return type == KeyType.COSIGNER_ML_DSA_44;
  }

  /** Whether this is the key of a cosigner, whose signatures carry the time of cosigning. */
  public boolean isCosigner() {
    return type != KeyType.LOG_ED25519;
  }

  /** Whether {@code signature} claims to be of this key. */
  public boolean claims(NoteSignature signature) {
    return signature.keyId() == keyId() && signature.name().equals(name);
  }

  /** Whether {@code signature} is of this key over {@code note}. */
  public boolean verifies(SignedNote note, NoteSignature signature) {
    return claims(signature) && type.verifies(this, note, signature.signature());
  }

  /** When a cosigner says it signed; to be believed only of a signature that verifies. */
  public Optional<Instant> cosignedAt(NoteSignature signature) {
    byte[] bytes = signature.signature();
    return isCosigner() && claims(signature) && bytes.length > Long.BYTES
        ? Optional.of(ByteBuffer.wrap(bytes).getLong())
            .filter(time -> time >= 0 && time <= Instant.MAX.getEpochSecond())
            .map(Instant::ofEpochSecond)
        : Optional.empty();
  }

  byte[] publicKey() {
    return publicKey.clone();
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
    byte[] typed =
        ByteBuffer.allocate(1 + publicKey.length).put(type.code()).put(publicKey).array();
    return name + "+" + KeyName.hex(keyId()) + "+" + CanonicalBase64.encode(typed);
  }
}
