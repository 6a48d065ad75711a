package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.safehand.custody.digest.Digest;

/**
 * Encrypts and decrypts one segment at a time: AES-256-GCM of the JDK, 16-byte tag, no additional
 * data.
 *
 * <p>Against someone who reads or changes the vault: each segment has a fresh random key, so nonces
 * cannot collide, and a changed ciphertext does not decrypt. Which segment belongs where is not
 * proven here; the sealed manifest proves it.
 */
public final class SegmentCipher {
  /** The most bytes of a message that is encrypted whole: 64 MiB. */
  public static final int MAX_MESSAGE = 64 * 1024 * 1024;

  /** Small steps keep the data in the processor's cache and let a cold JVM compile the loops. */
  private static final int STEP = 16 * 1024;

  private static final int WARM_UP_BYTES = 2 * 1024 * 1024;
  private static final int WARM_UP_ROUNDS = 30;

  private final SecureRandom random;

  /** A cipher that draws its keys and nonces from {@code random}. */
  public SegmentCipher(SecureRandom random) {
    this.random = requireNonNull(random, "random is null");
  }

  /**
   * Encrypts the first {@code length} bytes of {@code plaintext}, which may be reused afterwards.
   *
   * @throws IllegalArgumentException unless {@code length} is 0 to 16 MiB
   */
  public SealedSegment seal(byte[] plaintext, int length) {
    check(length, plaintext.length);
    return sealInPlace(Arrays.copyOf(plaintext, length + Tag.LENGTH), length);
  }

  /**
   * Encrypts the first {@code length} bytes of {@code buffer} where they stand, so that no second
   * buffer is needed: afterwards it holds the ciphertext, and no longer the plaintext. The segment
   * looks at {@code buffer}, and is of use until that is written to again.
   *
   * @param buffer has room for 16 bytes more, where the tag is put
   * @throws IllegalArgumentException unless {@code length} is 0 to 16 MiB and there is that room
   */
  public SealedSegment sealInPlace(byte[] buffer, int length) {
    check(length, buffer.length - Tag.LENGTH);
    ContentKey key = ContentKey.fresh(random);
    Nonce nonce = freshNonce();
    encrypt(key, nonce, buffer, length, buffer);
    return new SealedSegment(buffer, key, facts(buffer, length, nonce));
  }

  private static void check(int length, int room) {
    if (length < 0 || length > SegmentFacts.MAX_BYTES || length > room) {
      throw new IllegalArgumentException("a segment has 0 to 16 MiB, not " + length + " bytes");
    }
  }

  /**
   * Encrypts {@code message} whole, under a fresh key.
   *
   * @throws IllegalArgumentException if it has more than {@link #MAX_MESSAGE} bytes
   */
  public SealedMessage sealMessage(byte[] message) {
    if (message.length > MAX_MESSAGE) {
      throw new IllegalArgumentException(
          "a message has at most 64 MiB, not " + message.length + " bytes");
    }
    ContentKey key = ContentKey.fresh(random);
    Nonce nonce = freshNonce();
    byte[] sealed = new byte[message.length + Tag.LENGTH];
    encrypt(key, nonce, message, message.length, sealed);
    return new SealedMessage(
        key, nonce, tag(sealed, message.length), Arrays.copyOf(sealed, message.length));
  }

  private Nonce freshNonce() {
    byte[] nonce = new byte[Nonce.LENGTH];
    random.nextBytes(nonce);
    return Nonce.ofBytes(nonce);
  }

  private static Tag tag(byte[] sealed, int length) {
    return Tag.ofBytes(Arrays.copyOfRange(sealed, length, length + Tag.LENGTH));
  }

  /**
   * Decrypts the first {@code length} bytes of {@code sealed} into {@code plaintext}. Both may be
   * reused; {@code sealed} needs room for 16 more bytes, where the tag is put.
   *
   * @throws AEADBadTagException if ciphertext, key, nonce and tag do not belong together; {@code
   *     plaintext} is then zeros
   */
  public static void open(
      ContentKey key, Nonce nonce, Tag tag, byte[] sealed, int length, byte[] plaintext)
      throws AEADBadTagException {
    System.arraycopy(tag.bytes(), 0, sealed, length, Tag.LENGTH);
    try {
      // one doFinal: JDK 17 decrypts a stream of updates in quadratic time (JDK-8298249)
      cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, 0, length + Tag.LENGTH, plaintext, 0);
    } catch (AEADBadTagException e) {
      Arrays.fill(plaintext, (byte) 0);
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Decrypts a little again and again, so that a Java platform that just started compiles what it
   * decrypts with: without this the first hundred MiB take ten times as long (JDK 17). For a
   * process that decrypts once and ends; to be run beside whatever comes first.
   */
  public static void warmUp() {
    byte[] sealed = new byte[WARM_UP_BYTES + Tag.LENGTH];
    byte[] plaintext = new byte[WARM_UP_BYTES];
    ContentKey key = ContentKey.ofBytes(new byte[ContentKey.LENGTH]);
    Nonce nonce = Nonce.ofBytes(new byte[Nonce.LENGTH]);
    encrypt(key, nonce, plaintext, WARM_UP_BYTES, sealed);
    Tag tag = tag(sealed, WARM_UP_BYTES);
    try {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        open(key, nonce, tag, sealed, WARM_UP_BYTES, plaintext);
      }
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("this Java platform does not decrypt what it encrypted", e);
    }
  }

  /** {@code sealed} may be {@code plaintext}: no byte is written before it was read. */
  private static void encrypt(
      ContentKey key, Nonce nonce, byte[] plaintext, int length, byte[] sealed) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
      int written = 0;
      int read = 0;
      while (length - read > STEP) {
        written += cipher.update(plaintext, read, STEP, sealed, written);
        read += STEP;
      }
      cipher.doFinal(plaintext, read, length - read, sealed, written);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private static SegmentFacts facts(byte[] sealed, int length, Nonce nonce) {
    MessageDigest sha256 = Digest.sha256();
    CRC32 crc = new CRC32();
    sha256.update(sealed, 0, length);
    crc.update(sealed, 0, length);
    return new SegmentFacts(
        length, nonce, tag(sealed, length), Digest.ofBytes(sha256.digest()), crc.getValue());
  }

  private static Cipher cipher(int mode, ContentKey key, Nonce nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secretKey(), new GCMParameterSpec(8 * Tag.LENGTH, nonce.bytes()));
    return cipher;
  }
}
