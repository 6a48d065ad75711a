package org.safehand.custody.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import org.safehand.custody.digest.Digest;

/**
 * Hashes of RFC 6962, section 2.1: a leaf is SHA-256(0x00, entry), a node SHA-256(0x01, left,
 * right).
 *
 * <p>The static methods are for single values; an instance hashes many without allocating and is
 * for one thread.
 */
final class TreeHash {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private final MessageDigest sha256 = Digest.sha256();
  private final byte[] node = new byte[1 + 2 * Digest.LENGTH];

  /** A leaf after its zero byte: one update of the engine is faster than two. */
  private byte[] leaf = new byte[512];

  TreeHash() {
    node[0] = 1;
  }

  static Digest empty() {
    return Digest.of();
  }

  static Digest leaf(byte[] entry) {
    return Digest.of(LEAF, entry);
  }

  static Digest node(Digest left, Digest right) {
    return Digest.of(NODE, left.bytes(), right.bytes());
  }

  /** The leaf hash of {@code length} bytes from {@code offset}, written to {@code out}. */
  void leaf(byte[] bytes, int offset, int length, byte[] out, int outOffset) {
    if (length >= leaf.length) {
      leaf = new byte[1 + length];
    }
    System.arraycopy(bytes, offset, leaf, 1, length);
    sha256.update(leaf, 0, 1 + length);
    finish(out, outOffset);
  }

  /** The hash over two hashes that stand side by side, written to {@code out}. */
  void node(byte[] pair, int offset, byte[] out, int outOffset) {
    System.arraycopy(pair, offset, node, 1, 2 * Digest.LENGTH);
    sha256.update(node);
    finish(out, outOffset);
  }

  /** The root of {@code count} hashes, a power of two, from hash number {@code first}. */
  Digest fold(byte[] hashes, int first, int count) {
    byte[] level = new byte[count * Digest.LENGTH];
    System.arraycopy(hashes, first * Digest.LENGTH, level, 0, level.length);
    for (int width = count; width > 1; width /= 2) {
      for (int i = 0; i < width / 2; i++) {
        node(level, 2 * i * Digest.LENGTH, level, i * Digest.LENGTH);
      }
    }
    byte[] root = new byte[Digest.LENGTH];
    System.arraycopy(level, 0, root, 0, Digest.LENGTH);
    return Digest.ofBytes(root);
  }

  private void finish(byte[] out, int outOffset) {
    try {
      int written = sha256.digest(out, outOffset, Digest.LENGTH);
      if (written != Digest.LENGTH) {
        throw new IllegalStateException("SHA-256 has 32 bytes, not " + written);
      }
    } catch (DigestException e) {
      throw new IllegalStateException("a buffer is too small", e);
    }
  }
}
