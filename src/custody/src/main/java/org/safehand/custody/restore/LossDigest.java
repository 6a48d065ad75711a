package org.safehand.custody.restore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.safehand.custody.digest.Digest;

/**
 * Counts lost leaves and digests them as the statement of a restore does: SHA-256 over, for each,
 * its index as eight big-endian bytes and its leaf hash. For one thread.
 */
public final class LossDigest {
  private final MessageDigest sha256 = Digest.sha256();
  private long count;

  /** The next lost leaf; they come by index. */
  public void add(long index, Digest leafHash) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    sha256.update(leafHash.bytes());
    count++;
  }

  /** How many there were. */
  public long count() {
    return count;
  }

  /** Over all so far; the count goes on, the digest begins anew. */
  public Digest digest() {
    return Digest.ofBytes(sha256.digest());
  }
}
