package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.encoding.PemText;

/** The private Ed25519 key of a log. Only the sequencer holds it. */
public final class LogKey {
  private static final String SKEY = "PRIVATE+KEY+";

  private final String name;
  private final Ed25519PrivateKeyParameters key;

  private LogKey(String name, Ed25519PrivateKeyParameters key) {
    this.name = KeyName.require(name);
    this.key = key;
  }

  /** A fresh key; {@code name} is the origin of the log. */
  public static LogKey generate(String name, SecureRandom random) {
    return new LogKey(
        name, new Ed25519PrivateKeyParameters(requireNonNull(random, "random is null")));
  }

  /**
   * The key in a file: PKCS#8 in PEM, or the note form {@code PRIVATE+KEY+name+id+base64}.
   *
   * @param name the name the key signs under; a note form of another name is refused
   * @throws IllegalArgumentException if {@code text} is neither
   */
  public static LogKey parse(String name, String text) {
    requireNonNull(text, "text is null");
    LogKey key = text.startsWith(SKEY) ? ofNoteForm(text.strip()) : ofPem(name, text);
    if (!key.name.equals(name)) {
      throw new IllegalArgumentException("the log key is named " + key.name + ", not " + name);
    }
    return key;
  }

  private static LogKey ofPem(String name, String pem) {
    try {
      List<byte[]> blocks = PemText.decodeAll("PRIVATE KEY", pem).orElseThrow(LogKey::malformed);
      if (blocks.size() == 1
          && PrivateKeyFactory.createKey(blocks.get(0))
              instanceof Ed25519PrivateKeyParameters key) {
        return new LogKey(name, key);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the log key is not PKCS#8", e);
    }
    throw malformed();
  }

  private static LogKey ofNoteForm(String text) {
    String[] parts = text.substring(SKEY.length()).split("\\+", 3);
    byte[] typed =
        parts.length == 3
            ? CanonicalBase64.decode(parts[2]).orElseThrow(LogKey::malformed)
            : new byte[0];
    if (typed.length != 33 || typed[0] != KeyType.LOG_ED25519.code()) {
      throw malformed();
    }
    LogKey key = new LogKey(parts[0], new Ed25519PrivateKeyParameters(typed, 1));
    if (!key.toNoteForm().equals(text)) {
      throw malformed();
    }
    return key;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("the log key is not one Ed25519 private key");
  }

  /** The private key in note form; to be written to a file that only the sequencer reads. */
  public String toNoteForm() {
    byte[] typed =
        ByteBuffer.allocate(33).put(KeyType.LOG_ED25519.code()).put(key.getEncoded()).array();
    return SKEY
        + name
        + "+"
        + KeyName.hex(verifierKey().keyId())
        + "+"
        + CanonicalBase64.encode(typed);
  }

  /** The name the key signs under: the origin of the log. */
  public String name() {
    return name;
  }

  public VerifierKey verifierKey() {
    return new VerifierKey(name, KeyType.LOG_ED25519, key.generatePublicKey().getEncoded());
  }

  /** {@code checkpoint} as a note with this key's signature. */
  public SignedNote sign(Checkpoint checkpoint) {
    return sign(checkpoint.text());
  }

  /** {@code statement} as a note with this key's signature. */
  public SignedNote sign(RestoreStatement statement) {
    return sign(statement.text());
  }

  private SignedNote sign(String text) {
    byte[] message = text.getBytes(UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return new SignedNote(text, List.of(new NoteSignature(name, verifierKey().keyId(), signature)));
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "log key " + name;
  }
}
