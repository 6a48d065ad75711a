package org.safehand.bench.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.security.DigestException;
import java.security.MessageDigest;
import org.safehand.bench.log.GeneratedLog;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.tree.BundleId;

/**
 * The peer: the least that anyone must compute to know the root of a log. Leaf hashes and node
 * hashes of RFC 6962 with the JDK's SHA-256, on one core, without allocation; no tile compared, no
 * leaf looked at, no signature checked.
 */
final class HashLoop {
  private static final int LENGTH = Digest.LENGTH;
  private static final int LEVELS = 64;

  private final MessageDigest sha256 = Digest.sha256();
  private final byte[] node = new byte[1 + 2 * LENGTH];
  private final byte[] subtrees = new byte[LEVELS * LENGTH];
  private int count;
  private long size;

  private HashLoop() {
    node[0] = 1;
  }

  /** Processor time of hashing {@code log} alone, in nanoseconds: its entries lie in memory. */
  static long nanosInMemory(GeneratedLog log) throws IOException, DigestException {
    return new HashLoop().run(log).hashing();
  }

  /** Processor time of reading the entries of {@code log} and hashing them, in nanoseconds. */
  static long nanosFromFiles(GeneratedLog log) throws IOException, DigestException {
    return new HashLoop().run(log).all();
  }

  private record Nanos(long hashing, long all) {}

  private Nanos run(GeneratedLog log) throws IOException, DigestException {
    long begin = ProcessorTime.nanos();
    long hashing = 0;
    for (BundleId id : log.bundles()) {
      byte[] bytes = Files.readAllBytes(log.folder().resolve(id.path()));
      long start = ProcessorTime.nanos();
      entries(bytes);
      hashing += ProcessorTime.nanos() - start;
    }
    Digest root = root();
    long all = ProcessorTime.nanos() - begin;
    if (!root.equals(log.checkpoint().root())) {
      throw new IOException("the plain hash loop found another root than the log has");
    }
    return new Nanos(hashing, all);
  }

  /** Appends each entry of a bundle. */
  private void entries(byte[] bundle) throws DigestException {
    for (int at = 0; at < bundle.length; ) {
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      sha256.update((byte) 0);
      sha256.update(bundle, at + 2, length);
      sha256.digest(subtrees, count * LENGTH, LENGTH);
      count++;
      for (long subtree = size; (subtree & 1) == 1; subtree >>= 1) {
        join();
      }
      size++;
      at += 2 + length;
    }
  }

  /** Joins the two subtrees on the right. */
  private void join() throws DigestException {
    count--;
    int left = (count - 1) * LENGTH;
    System.arraycopy(subtrees, left, node, 1, 2 * LENGTH);
    sha256.update(node);
    sha256.digest(subtrees, left, LENGTH);
  }

  private Digest root() throws DigestException {
    while (count > 1) {
      join();
    }
    byte[] root = new byte[LENGTH];
    System.arraycopy(subtrees, 0, root, 0, LENGTH);
    return Digest.ofBytes(root);
  }
}
