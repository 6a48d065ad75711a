package org.safehand.packaging.segment;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-512 digest (FIPS 180-4), the second digest of an exhibit: 128 lower-case hex digits. */
public final class Sha512 {
  /** Length in bytes. */
  public static final int LENGTH = 64;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{128}");

  private final byte[] bytes;

  private Sha512(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-512 digest has 64 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The digest whose value is {@code bytes}; exactly 64 bytes. */
  public static Sha512 ofBytes(byte[] bytes) {
    return new Sha512(bytes.clone());
  }

  /**
   * The digest written as {@code hex}.
   *
   * @throws IllegalArgumentException unless {@code hex} is 128 lower-case hexadecimal digits
   */
  public static Sha512 ofHex(String hex) {
    requireNonNull(hex, "hex is null");
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "a SHA-512 digest is written as 128 lower-case hexadecimal digits");
    }
    return new Sha512(HexFormat.of().parseHex(hex));
  }

  /** The 64 bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 128 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sha512 that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
