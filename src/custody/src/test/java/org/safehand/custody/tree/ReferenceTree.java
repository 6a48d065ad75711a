package org.safehand.custody.tree;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.digest.Digest;

/** RFC 6962, section 2.1, word for word: slow, and not shared with the code under test. */
final class ReferenceTree {
  private ReferenceTree() {}

  static Digest root(List<byte[]> d) {
    if (d.isEmpty()) {
      return Digest.of();
    }
    if (d.size() == 1) {
      return Digest.of(new byte[] {0}, d.get(0));
    }
    int k = split(d.size());
    return Digest.of(
        new byte[] {1}, root(d.subList(0, k)).bytes(), root(d.subList(k, d.size())).bytes());
  }

  static List<Digest> path(int m, List<byte[]> d) {
    if (d.size() == 1) {
      return new ArrayList<>();
    }
    int k = split(d.size());
    List<Digest> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size()));
    path.add(root(m < k ? d.subList(k, d.size()) : d.subList(0, k)));
    return path;
  }

  static List<Digest> proof(int m, List<byte[]> d, boolean whole) {
    if (m == d.size()) {
      return new ArrayList<>(whole ? List.of() : List.of(root(d)));
    }
    int k = split(d.size());
    List<Digest> proof =
        m <= k ? proof(m, d.subList(0, k), whole) : proof(m - k, d.subList(k, d.size()), false);
    proof.add(root(m <= k ? d.subList(k, d.size()) : d.subList(0, k)));
    return proof;
  }

  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }
}
