package org.safehand.custody.tree;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.List;
import org.safehand.custody.digest.Digest;

/**
 * That one tree is the beginning of another (RFC 9162, section 2.1.4).
 *
 * @param first size of the smaller tree
 * @param second size of the larger
 * @param path the nodes
 */
public record ConsistencyProof(long first, long second, List<Digest> path) {
  public ConsistencyProof {
    path = List.copyOf(requireNonNull(path, "path is null"));
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  /**
   * Whether the tree with {@code firstRoot} is the beginning of the one with {@code secondRoot}. An
   * empty tree begins every tree, equal sizes need equal roots; both take an empty path.
   */
  public boolean verify(Digest firstRoot, Digest secondRoot) {
    if (first == 0 || first == second) {
      Digest expected = first == second ? secondRoot : TreeHash.empty();
      boolean emptyIsEmpty = second != 0 || secondRoot.equals(TreeHash.empty());
      return first <= second && path.isEmpty() && firstRoot.equals(expected) && emptyIsEmpty;
    }
    return first < second && !path.isEmpty() && walk(firstRoot, secondRoot);
  }

  /** RFC 9162, section 2.1.4.2. */
  private boolean walk(Digest firstRoot, Digest secondRoot) {
    Iterator<Digest> steps = path.iterator();
    boolean powerOfTwo = Long.bitCount(first) == 1;
    Digest small = powerOfTwo ? firstRoot : steps.next();
    Digest large = small;
    int skip = Long.numberOfTrailingZeros(first);
    long node = (first - 1) >> skip;
    long last = (second - 1) >> skip;
    while (steps.hasNext()) {
      Digest step = steps.next();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        small = TreeHash.node(step, small);
        large = TreeHash.node(step, large);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        large = TreeHash.node(large, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && small.equals(firstRoot) && large.equals(secondRoot);
  }
}
