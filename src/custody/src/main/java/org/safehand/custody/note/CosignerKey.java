package org.safehand.custody.note;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * The private key of a cosigner (C2SP tlog-cosignature): of a witness, or the post-quantum key with
 * which a log signs its own checkpoints a second time.
 *
 * <p>A cosignature states that, at its time, this is the largest tree of the log that the cosigner
 * has seen, and consistent with all earlier ones. To sign without having checked that is a lie.
 */
public final class CosignerKey {
  private static final int SEED = 32;
  private static final String PREFIX = "PRIVATE+KEY+";

  private final String name;
  private final KeyType type;
  private final byte[] seed;
  private final VerifierKey verifierKey;

  private CosignerKey(String name, KeyType type, byte[] seed) {
    this.name = KeyName.require(name);
    this.type = type;
    this.seed = seed.clone();
    this.verifierKey = new VerifierKey(name, type, publicKey(type, seed));
  }

  /** A fresh Ed25519 key named {@code name}. */
  public static CosignerKey generateEd25519(String name, SecureRandom random) {
    return generate(name, KeyType.COSIGNER_ED25519, random);
  }

  /** A fresh ML-DSA-44 key named {@code name}. */
  public static CosignerKey generateMlDsa44(String name, SecureRandom random) {
    return generate(name, KeyType.COSIGNER_ML_DSA_44, random);
  }

  private static CosignerKey generate(String name, KeyType type, SecureRandom random) {
    byte[] seed = new byte[SEED];
    requireNonNull(random, "random is null").nextBytes(seed);
    return new CosignerKey(name, type, seed);
  }

  /**
   * The key in a file: {@code PRIVATE+KEY+name+id+base64(type, seed)}; white space around it is of
   * no consequence.
   *
   * @throws IllegalArgumentException if {@code text} is not such a key in its only spelling
   */
  public static CosignerKey parse(String text) {
    String form = requireNonNull(text, "text is null").strip();
    String[] parts =
        form.startsWith(PREFIX) ? form.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw malformed();
    }
    byte[] typed = CanonicalBase64.decode(parts[2]).orElseThrow(CosignerKey::malformed);
    if (typed.length != 1 + SEED) {
      throw malformed();
    }
    KeyType type = KeyType.of(typed[0]).orElseThrow(CosignerKey::malformed);
    if (type == KeyType.LOG_ED25519) {
      throw malformed();
    }
    CosignerKey key = new CosignerKey(parts[0], type, Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.toNoteForm().equals(form)) {
      throw malformed();
    }
    return key;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("not a cosigner's private key in note form");
  }

  private static byte[] publicKey(KeyType type, byte[] seed) {
    return type == KeyType.COSIGNER_ML_DSA_44
        ? mlDsa(seed).getPublicKey()
        : new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
  }

  private static MLDSAPrivateKeyParameters mlDsa(byte[] seed) {
    return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
  }

  /** The private key in note form; to be written to a file that only the cosigner reads. */
  public String toNoteForm() {
    byte[] typed = ByteBuffer.allocate(1 + SEED).put(type.code()).put(seed).array();
    return PREFIX
        + name
        + "+"
        + KeyName.hex(verifierKey.keyId())
        + "+"
        + CanonicalBase64.encode(typed);
  }

  public String name() {
    return name;
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /**
   * The signature line of this cosigner for {@code checkpoint}, made at {@code time}.
   *
   * @throws NoteException if the origin is longer than 255 bytes, which the format cannot carry
   */
  public NoteSignature cosign(Checkpoint checkpoint, Instant time) throws NoteException {
    long seconds = time.getEpochSecond();
    byte[] signature =
        type == KeyType.COSIGNER_ML_DSA_44
            ? signMlDsa(Cosignature.mlDsaMessage(name, seconds, checkpoint))
            : signEd25519(Cosignature.ed25519Message(seconds, checkpoint.text()));
    return new NoteSignature(
        name,
        verifierKey.keyId(),
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
  }

  private byte[] signEd25519(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    new Ed25519PrivateKeyParameters(seed)
        .sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  /** The deterministic variant (FIPS 204, section 3.4), as no source of randomness is at hand. */
  private byte[] signMlDsa(byte[] message) {
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, mlDsa(seed));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("ML-DSA signs every message", e);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "cosigner key " + name;
  }
}
