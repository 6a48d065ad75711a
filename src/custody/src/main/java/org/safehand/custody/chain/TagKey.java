package org.safehand.custody.chain;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.safehand.custody.digest.Digest;

/**
 * The secret of one case and period by which the leaves of that case can be found in the log.
 *
 * <p>Without the key, tags of one case look unrelated. With it, anyone can compute the tag of each
 * case sequence number, find each exactly once, and find no further one.
 */
public final class TagKey {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] secret;

  private TagKey(byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("a tag key has 32 bytes, not " + secret.length);
    }
    this.secret = secret;
  }

  public static TagKey random(SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    requireNonNull(random, "random is null").nextBytes(secret);
    return new TagKey(secret);
  }

  public static TagKey ofBytes(byte[] secret) {
    return new TagKey(secret.clone());
  }

  /** The secret, a copy; for encryption under the custody key of the case only. */
  public byte[] bytes() {
    return secret.clone();
  }

  /** What an extract commits to before this key is used: SHA-256 of the key. */
  public Digest commitment() {
    return Digest.of(secret);
  }

  /** HMAC-SHA-256 of the case sequence number, counted from 0, as eight big-endian bytes. */
  public Digest tag(long caseSequence) {
    if (caseSequence < 0) {
      throw new IllegalArgumentException("a case sequence number is not negative");
    }
    try {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Digest.ofBytes(
          hmac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(caseSequence).array()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TagKey that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(secret);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "tag key";
  }
}
