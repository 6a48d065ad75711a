package org.safehand.packaging.segment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.safehand.custody.digest.Digest;

/**
 * Runs SHA-256 and SHA-512 over the plaintext of one exhibit while it passes. One use, one thread.
 */
public final class ExhibitDigests {
  private final MessageDigest sha256 = Digest.sha256();
  private final MessageDigest sha512 = sha512();
  private long size;

  /** Takes {@code length} bytes of {@code buffer} from {@code offset}. */
  public void update(byte[] buffer, int offset, int length) {
    sha256.update(buffer, offset, length);
    sha512.update(buffer, offset, length);
    size += length;
  }

  /** Bytes taken so far. */
  public long size() {
    return size;
  }

  /** The digests of everything taken; ends this object's use. */
  public ExhibitDigest finish() {
    return new ExhibitDigest(
        size, Digest.ofBytes(sha256.digest()), Sha512.ofBytes(sha512.digest()));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no SHA-512", e);
    }
  }
}
