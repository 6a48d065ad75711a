package org.safehand.custody.digest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.safehand.custody.encoding.CanonicalBase64;

/**
 * A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hexadecimal digits.
 *
 * <p>Equal digests are compared in constant time. The bytes are copied in and out.
 */
public final class Digest implements Comparable<Digest> {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
    }
    this.bytes = bytes;
  }

  /** The digest whose value is {@code bytes}; exactly 32 bytes. */
  public static Digest ofBytes(byte[] bytes) {
    return new Digest(bytes.clone());
  }

  /**
   * The digest written as {@code hex}.
   *
   * @throws IllegalArgumentException unless {@code hex} is 64 lower-case hexadecimal digits
   */
  public static Digest ofHex(String hex) {
    requireNonNull(hex, "hex is null");
    if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(Digest::isLowerCaseHex)) {
      throw new IllegalArgumentException(
          "a SHA-256 digest is written as 64 lower-case hexadecimal digits");
    }
    return new Digest(HEX.parseHex(hex));
  }

  /** The digest written as {@code text} in canonical base 64, if it is one. */
  public static Optional<Digest> ofBase64(String text) {
    return CanonicalBase64.decode(text).filter(bytes -> bytes.length == LENGTH).map(Digest::new);
  }

  /** The digest written as {@code hex}, if it is 64 lower-case hexadecimal digits. */
  public static Optional<Digest> parseHex(String hex) {
    try {
      return Optional.of(ofHex(hex));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The SHA-256 digest of the concatenation of {@code parts}. */
  public static Digest of(byte[]... parts) {
    MessageDigest sha256 = sha256();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return new Digest(sha256.digest());
  }

  /** The SHA-256 digest of everything left in {@code in}, which is read to its end, not closed. */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[64 * 1024];
    for (int n = in.read(buffer); n != -1; n = in.read(buffer)) {
      sha256.update(buffer, 0, n);
    }
    return new Digest(sha256.digest());
  }

  /** A fresh SHA-256 engine of the JDK, which uses the processor's SHA instructions. */
  public static MessageDigest sha256() {
    return HashAlgorithm.SHA_256.engine();
  }

  /** The 32 bytes, a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HEX.formatHex(bytes);
  }

  /** Canonical base 64, 44 characters. */
  public String base64() {
    return CanonicalBase64.encode(bytes);
  }

  private static boolean isLowerCaseHex(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && MessageDigest.isEqual(bytes, that.bytes);
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
