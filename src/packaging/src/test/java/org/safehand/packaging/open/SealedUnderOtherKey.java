package org.safehand.packaging.open;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.safehand.custody.digest.Digest;
import org.safehand.packaging.segment.ContentKey;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Tag;

/** A second key, nonce and tag under which a given ciphertext opens, to other plaintext. */
record SealedUnderOtherKey(ContentKey key, SegmentFacts facts) {
  static SealedUnderOtherKey of(byte[] ciphertext) throws GeneralSecurityException {
    ContentKey key = ContentKey.fresh(new SecureRandom());
    Nonce nonce = Nonce.ofBytes(new byte[Nonce.LENGTH]);
    byte[] sealed = encrypt(key, nonce, counterMode(key, nonce, ciphertext));
    if (!Arrays.equals(sealed, 0, ciphertext.length, ciphertext, 0, ciphertext.length)) {
      throw new IllegalStateException("not the same ciphertext");
    }
    CRC32 crc = new CRC32();
    crc.update(ciphertext);
    return new SealedUnderOtherKey(
        key,
        new SegmentFacts(
            ciphertext.length,
            nonce,
            Tag.ofBytes(Arrays.copyOfRange(sealed, ciphertext.length, sealed.length)),
            Digest.of(ciphertext),
            crc.getValue()));
  }

  /** What GCM decrypts to: counter mode from the block after the one that masks the tag. */
  private static byte[] counterMode(ContentKey key, Nonce nonce, byte[] ciphertext)
      throws GeneralSecurityException {
    byte[] counter = Arrays.copyOf(nonce.bytes(), 16);
    counter[15] = 2;
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key.secretKey(), new IvParameterSpec(counter));
    return cipher.doFinal(ciphertext);
  }

  private static byte[] encrypt(ContentKey key, Nonce nonce, byte[] plaintext)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, key.secretKey(), new GCMParameterSpec(8 * Tag.LENGTH, nonce.bytes()));
    return cipher.doFinal(plaintext);
  }
}
