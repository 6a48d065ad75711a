package org.safehand.packaging.segment;

import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.digest.HashAlgorithm;

/**
 * Runs SHA-256 and SHA-512 over the plaintext of one exhibit while it passes. One use; one caller
 * at a time.
 */
public final class ExhibitDigests {
  private final MessageDigest sha256 = Digest.sha256();
  private final MessageDigest sha512 = HashAlgorithm.SHA_512.engine();
  private long size;

  /** Takes {@code length} bytes of {@code buffer} from {@code offset}. */
  public void update(byte[] buffer, int offset, int length) {
    sha256.update(buffer, offset, length);
    sha512.update(buffer, offset, length);
    size += length;
  }

  /**
   * Takes {@code length} bytes of {@code buffer} from {@code offset}, SHA-512 on {@code helpers}
   * beside SHA-256 here.
   *
   * @return what completes when the buffer is no longer needed; until then nothing more is taken
   */
  public CompletableFuture<Void> update(byte[] buffer, int offset, int length, Executor helpers) {
    CompletableFuture<Void> aside =
        CompletableFuture.runAsync(() -> sha512.update(buffer, offset, length), helpers);
    sha256.update(buffer, offset, length);
    size += length;
    return aside;
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
}
