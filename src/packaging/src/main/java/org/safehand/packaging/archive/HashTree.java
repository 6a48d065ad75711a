package org.safehand.packaging.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.safehand.custody.timestamp.Imprint;
import org.safehand.packaging.evidence.HashPath;

/**
 * A binary hash tree (RFC 4998, section 4.2) over leaves that differ; a node without a sibling goes
 * up as it is.
 */
final class HashTree {
  private final List<List<Imprint>> levels = new ArrayList<>();

  private HashTree(List<Imprint> leaves) {
    List<Imprint> level = leaves;
    levels.add(level);
    while (level.size() > 1) {
      List<Imprint> above = new ArrayList<>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(HashPath.node(level.subList(i, i + 2)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.get(level.size() - 1));
      }
      levels.add(above);
      level = above;
    }
  }

  /** The tree over {@code leaves}, of which equal ones count once; at least one. */
  static HashTree over(List<Imprint> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a hash tree has a leaf");
    }
    return new HashTree(List.copyOf(new LinkedHashSet<>(leaves)));
  }

  Imprint root() {
    return levels.get(levels.size() - 1).get(0);
  }

  /** What stands beside the way of {@code leaf} up to the root. */
  List<Imprint> siblings(Imprint leaf) {
    List<Imprint> siblings = new ArrayList<>();
    int place = levels.get(0).indexOf(leaf);
    for (List<Imprint> level : levels) {
      int beside = place ^ 1;
      if (beside < level.size()) {
        siblings.add(level.get(beside));
      }
      place /= 2;
    }
    return siblings;
  }
}
