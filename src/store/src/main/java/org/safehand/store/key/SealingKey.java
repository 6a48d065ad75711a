package org.safehand.store.key;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/**
 * An AES-256 key that seals small values: other keys, custody bodies.
 *
 * <p>AES-256-GCM with a random 96-bit nonce a value and a 128-bit tag (NIST SP 800-38D), the
 * context as additional authenticated data. Sealed form: version {@code 1}, nonce, ciphertext and
 * tag. Who holds sealed bytes but not the key learns their length; who changes them, or offers them
 * in another context, gets {@link StoreCode#SEAL_BROKEN}. At most 2^32 values a key.
 */
public final class SealingKey {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int OVERHEAD = 1 + NONCE + TAG;

  private final SecretKey key;
  private final SecureRandom random;

  SealingKey(SecretKey key, SecureRandom random) {
    this.key = requireNonNull(key, "key is null");
    this.random = requireNonNull(random, "random is null");
  }

  /** Seals {@code plain} for {@code context}; the result is 29 bytes longer. */
  public byte[] seal(byte[] plain, SealContext context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to encrypt", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same context.
   *
   * @throws StoreException {@link StoreCode#SEAL_BROKEN} when it was not
   */
  public byte[] open(byte[] sealed, SealContext context) {
    if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
      throw broken(context, null);
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (AEADBadTagException e) {
      throw broken(context, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused to decrypt", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, SealContext context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(context.encoded());
    return cipher;
  }

  private static StoreException broken(SealContext context, @Nullable Throwable cause) {
    return new StoreException(
        StoreCode.SEAL_BROKEN,
        context.purpose() + " of case " + context.caseId() + " does not open",
        cause);
  }
}
