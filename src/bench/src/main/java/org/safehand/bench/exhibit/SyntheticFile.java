package org.safehand.bench.exhibit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.SplittableRandom;
import org.safehand.custody.digest.Digest;

/**
 * A file of pseudo-random bytes, which no tool can compress.
 *
 * @param path where it is
 * @param bytes its length
 * @param sha256 of its content
 */
public record SyntheticFile(Path path, long bytes, Digest sha256) {
  private static final int STEP = 256 * 1024;

  public SyntheticFile {
    requireNonNull(path, "path is null");
    requireNonNull(sha256, "sha256 is null");
  }

  /** Writes {@code path}: always the same bytes for one {@code seed}. */
  public static SyntheticFile write(Path path, long bytes, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    MessageDigest sha256 = Digest.sha256();
    byte[] buffer = new byte[STEP];
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), sha256)) {
      for (long left = bytes; left > 0; left -= STEP) {
        random.nextBytes(buffer);
        out.write(buffer, 0, (int) Math.min(STEP, left));
      }
    }
    return new SyntheticFile(path, bytes, Digest.ofBytes(sha256.digest()));
  }

  /** What {@link #write} wrote to {@code path}, by another process. */
  public static SyntheticFile read(Path path, String sha256) throws IOException {
    return new SyntheticFile(path, Files.size(path), Digest.ofHex(sha256));
  }
}
