package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The AES-256 key of one segment, or of one small envelope; used for one encryption only.
 *
 * <p>Never printed. The bytes are copied in and out; whoever asks for them wraps them at once.
 */
public final class ContentKey {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private ContentKey(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The key whose value is {@code bytes}; exactly 32 bytes. */
  public static ContentKey ofBytes(byte[] bytes) {
    return new ContentKey(bytes.clone());
  }

  /** A key never used before. */
  public static ContentKey fresh(SecureRandom random) {
    requireNonNull(random, "random is null");
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ContentKey(bytes);
  }

  /** The 32 bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The key in the form that JDK ciphers take. */
  public SecretKey secretKey() {
    return new SecretKeySpec(bytes, "AES");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentKey that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ContentKey[hidden]";
  }
}
