package org.safehand.packaging.vectors.splice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds splices that make one file out of another: what is equal is passed over, and after a
 * difference the nearest place is sought from which {@link #ANCHOR} bytes agree again. Small, if
 * not the smallest.
 */
final class Difference {
  private static final int ANCHOR = 12;

  private final byte[] base;
  private final byte[] changed;
  private final Map<Integer, List<Integer>> places = new HashMap<>();

  private Difference(byte[] base, byte[] changed) {
    this.base = base;
    this.changed = changed;
    for (int i = 0; i + ANCHOR <= base.length; i++) {
      places.computeIfAbsent(hash(base, i), key -> new ArrayList<>()).add(i);
    }
  }

  static List<Splice> between(byte[] base, byte[] changed) {
    return new Difference(base, changed).splices();
  }

  private List<Splice> splices() {
    List<Splice> splices = new ArrayList<>();
    int from = 0;
    int to = 0;
    while (from < base.length || to < changed.length) {
      int equal = mismatch(from, to);
      from += equal;
      to += equal;
      if (from < base.length || to < changed.length) {
        int[] next = next(from, to);
        splices.add(new Splice(from, next[0] - from, Arrays.copyOfRange(changed, to, next[1])));
        from = next[0];
        to = next[1];
      }
    }
    return splices;
  }

  /** Where both go on alike, with the fewest bytes passed over in both. */
  private int[] next(int from, int to) {
    int[] best = {base.length, changed.length};
    int cost = Integer.MAX_VALUE;
    for (int j = to; j + ANCHOR <= changed.length && j - to < cost; j++) {
      for (int i : places.getOrDefault(hash(changed, j), List.of())) {
        int passed = i - from + j - to;
        if (i >= from && passed < cost && mismatch(i, j) >= ANCHOR) {
          cost = passed;
          best = new int[] {i, j};
        }
      }
    }
    return best;
  }

  private int mismatch(int from, int to) {
    int at = Arrays.mismatch(base, from, base.length, changed, to, changed.length);
    return at < 0 ? base.length - from : at;
  }

  private static int hash(byte[] bytes, int from) {
    int hash = 0;
    for (int i = from; i < from + ANCHOR; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }
}
