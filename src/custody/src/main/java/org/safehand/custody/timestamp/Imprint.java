package org.safehand.custody.timestamp;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;

/** What a token is over (RFC 3161, section 2.4.1): a hash value and how it was made. */
public final class Imprint {
  private final HashAlgorithm algorithm;
  private final byte[] value;

  private Imprint(HashAlgorithm algorithm, byte[] value) {
    this.algorithm = requireNonNull(algorithm, "algorithm is null");
    if (value.length != algorithm.length()) {
      throw new IllegalArgumentException(
          "a value of " + algorithm + " has " + algorithm.length() + " bytes, not " + value.length);
    }
    this.value = value;
  }

  /** A value of {@code algorithm}, as long as that makes them. */
  public static Imprint of(HashAlgorithm algorithm, byte[] value) {
    return new Imprint(algorithm, value.clone());
  }

  /** A value of SHA-256. */
  public static Imprint of(Digest digest) {
    return new Imprint(HashAlgorithm.SHA_256, digest.bytes());
  }

  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /** The value, a copy. */
  public byte[] value() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Imprint that
        && algorithm == that.algorithm
        && MessageDigest.isEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Algorithm and value in hexadecimal. */
  @Override
  public String toString() {
    return algorithm + " " + HexFormat.of().formatHex(value);
  }
}
