package org.safehand.custody.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The hash functions of FIPS 180-4 that a time-stamp may be over, from weaker to stronger. All else
 * in this software is hashed with SHA-256, see {@link Digest}; the others are there for the day on
 * which that no longer suffices.
 */
public enum HashAlgorithm {
  SHA_256("SHA-256", "2.16.840.1.101.3.4.2.1", 32),
  SHA_384("SHA-384", "2.16.840.1.101.3.4.2.2", 48),
  SHA_512("SHA-512", "2.16.840.1.101.3.4.2.3", 64);

  private final String standardName;
  private final String oid;
  private final int length;

  HashAlgorithm(String standardName, String oid, int length) {
    this.standardName = standardName;
    this.oid = oid;
    this.length = length;
  }

  /** The algorithm of {@code oid} in dotted decimal, if it is one of these. */
  public static Optional<HashAlgorithm> ofOid(String oid) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.oid.equals(oid)).findFirst();
  }

  /** Its object identifier in dotted decimal (RFC 5754, section 2). */
  public String oid() {
    return oid;
  }

  /** Length of its values in bytes. */
  public int length() {
    return length;
  }

  /** A fresh engine of the JDK. */
  public MessageDigest engine() {
    try {
      return MessageDigest.getInstance(standardName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no " + standardName, e);
    }
  }

  /** As FIPS 180-4 writes it. */
  @Override
  public String toString() {
    return standardName;
  }
}
