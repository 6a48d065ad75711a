package org.safehand.bench.access;

import java.util.List;
import java.util.stream.Stream;

/** Two samples compared by rank alone (Mann and Whitney 1947), whatever their distribution. */
final class Ranks {
  private record Ranked(double value, boolean first) {}

  private Ranks() {}

  /**
   * How probable it is that one of {@code first} is greater than one of {@code second}, of equals
   * one half: 0.5 tells nothing, 1 and 0 tell everything.
   */
  static double greater(List<Double> first, List<Double> second) {
    List<Ranked> all =
        Stream.concat(
                first.stream().map(value -> new Ranked(value, true)),
                second.stream().map(value -> new Ranked(value, false)))
            .sorted((one, other) -> Double.compare(one.value(), other.value()))
            .toList();
    double wins = 0;
    double below = 0;
    for (int from = 0; from < all.size(); ) {
      int to = from;
      double ones = 0;
      while (to < all.size() && all.get(to).value() == all.get(from).value()) {
        ones += all.get(to).first() ? 1 : 0;
        to++;
      }
      double others = to - from - ones;
      wins += ones * (below + others / 2);
      below += others;
      from = to;
    }
    return wins / ((double) first.size() * second.size());
  }
}
