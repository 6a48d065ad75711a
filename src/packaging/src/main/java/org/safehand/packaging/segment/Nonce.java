package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The 96-bit nonce of one AES-GCM encryption (NIST SP 800-38D, 8.2.2); random, under a key used
 * once.
 */
public final class Nonce {
  /** Length in bytes. */
  public static final int LENGTH = 12;

  private final byte[] bytes;

  private Nonce(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("an AES-GCM nonce has 12 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The value {@code bytes}; exactly 12 bytes. */
  public static Nonce ofBytes(byte[] bytes) {
    requireNonNull(bytes, "bytes is null");
    return new Nonce(bytes.clone());
  }

  /** The 12 bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nonce that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
