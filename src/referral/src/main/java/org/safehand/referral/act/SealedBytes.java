package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.safehand.custody.digest.Digest;

/** Bytes that are kept exactly as they were made or received: a case file, a receipt. */
public final class SealedBytes {
  private final byte[] bytes;

  private SealedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static SealedBytes of(byte[] bytes) {
    return new SealedBytes(requireNonNull(bytes, "bytes is null").clone());
  }

  /** The bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Their number. */
  public int length() {
    return bytes.length;
  }

  /** Their SHA-256. */
  public Digest digest() {
    return Digest.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "SealedBytes[" + bytes.length + " bytes]";
  }
}
