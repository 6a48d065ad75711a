package org.safehand.referral.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** A segment's key, wrapped under the case's evidence key; opaque to all but {@code CaseKeys}. */
public final class WrappedKey {
  private static final int MAX_BYTES = 1024;

  private final byte[] bytes;

  private WrappedKey(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("a wrapped key has 1 to 1024 bytes");
    }
    this.bytes = bytes;
  }

  /** The wrapped key that is written as {@code bytes}. */
  public static WrappedKey ofBytes(byte[] bytes) {
    return new WrappedKey(requireNonNull(bytes, "bytes is null").clone());
  }

  /** The bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WrappedKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "WrappedKey[" + bytes.length + " bytes]";
  }
}
