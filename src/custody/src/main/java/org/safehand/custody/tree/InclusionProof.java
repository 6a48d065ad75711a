package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.digest.Digest;

/**
 * That a leaf stands at an index of a tree (RFC 9162, section 2.1.3).
 *
 * @param index of the leaf
 * @param size of the tree
 * @param path the siblings from the leaf up
 */
public record InclusionProof(long index, long size, List<Digest> path) {
  public InclusionProof {
    path = List.copyOf(requireNonNull(path, "path is null"));
    if (index < 0 || size < 0) {
      throw new IllegalArgumentException("an index or size is not negative");
    }
  }

  /**
   * Whether {@code leafHash} stands at the index of the tree with {@code root} (RFC 9162, section
   * 2.1.3.2). The index must be within the size, every step must be used and none may be missing.
   */
  public boolean verify(Digest leafHash, Digest root) {
    if (index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Digest hash = leafHash;
    for (Digest sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHash.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = TreeHash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
