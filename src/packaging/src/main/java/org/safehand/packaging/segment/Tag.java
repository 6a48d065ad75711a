package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HexFormat;

/** The 128-bit authentication tag of one AES-GCM encryption; kept apart from its ciphertext. */
public final class Tag {
  /** Length in bytes. */
  public static final int LENGTH = 16;

  private final byte[] bytes;

  private Tag(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("an AES-GCM tag has 16 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The value {@code bytes}; exactly 16 bytes. */
  public static Tag ofBytes(byte[] bytes) {
    requireNonNull(bytes, "bytes is null");
    return new Tag(bytes.clone());
  }

  /** The 16 bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag that && Arrays.equals(bytes, that.bytes);
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
