package org.safehand.custody.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The kinds of keys that sign a checkpoint here, by the type byte that stands before the public key
 * in a verifier key (C2SP signed-note; tlog-cosignature, "Format").
 */
enum KeyType {
  /** The key of a log: Ed25519 over the text of the note. */
  LOG_ED25519(0x01, Ed25519PublicKeyParameters.KEY_SIZE) {
    @Override
    boolean verifies(VerifierKey key, SignedNote note, byte[] signature) {
      return ed25519(key.publicKey(), note.text().getBytes(UTF_8), signature);
    }
  },
  /** A cosigner: Ed25519 over a time and the text. */
  COSIGNER_ED25519(0x04, Ed25519PublicKeyParameters.KEY_SIZE) {
    @Override
    boolean verifies(VerifierKey key, SignedNote note, byte[] signature) {
      return signature.length > Long.BYTES
          && ed25519(
              key.publicKey(),
              Cosignature.ed25519Message(time(signature), note.text()),
              rest(signature));
    }
  },
  /** A cosigner: ML-DSA-44 (FIPS 204) over names, time, size and root. */
  COSIGNER_ML_DSA_44(0x06, 1312) {
    @Override
    boolean verifies(VerifierKey key, SignedNote note, byte[] signature) {
      if (signature.length != Long.BYTES + Cosignature.ML_DSA_44_SIGNATURE) {
        return false;
      }
      try {
        byte[] message = Cosignature.mlDsaMessage(key.name(), time(signature), Checkpoint.of(note));
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(
            false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key.publicKey()));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(rest(signature));
      } catch (NoteException e) {
        return false;
      }
    }
  };

  private final byte code;
  private final int length;

  KeyType(int code, int length) {
    this.code = (byte) code;
    this.length = length;
  }

  static Optional<KeyType> of(byte code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  byte code() {
    return code;
  }

  /** Whether {@code publicKey} is one of this type. */
  boolean accepts(byte[] publicKey) {
    if (publicKey.length != length) {
      return false;
    }
    try {
      return this == COSIGNER_ML_DSA_44
          || new Ed25519PublicKeyParameters(publicKey).getEncoded() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether {@code signature}, the bytes after the key id, is of {@code key} over {@code note}. */
  abstract boolean verifies(VerifierKey key, SignedNote note, byte[] signature);

  private static long time(byte[] signature) {
    return ByteBuffer.wrap(signature).getLong();
  }

  private static byte[] rest(byte[] signature) {
    return Arrays.copyOfRange(signature, Long.BYTES, signature.length);
  }

  private static boolean ed25519(byte[] publicKey, byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && new Ed25519PublicKeyParameters(publicKey)
            .verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
  }
}
