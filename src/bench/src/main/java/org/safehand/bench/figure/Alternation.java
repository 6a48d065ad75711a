package org.safehand.bench.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs several contenders in turn, so that what disturbs the machine disturbs all of them.
 *
 * <p>One round of each that does not count comes first.
 */
public final class Alternation {
  private final int rounds;

  /**
   * @param rounds how often each runs after the warm-up; at least one
   */
  public Alternation(int rounds) {
    if (rounds < 1) {
      throw new IllegalArgumentException("at least one round");
    }
    this.rounds = rounds;
  }

  /** One of those that are compared. */
  @FunctionalInterface
  public interface Contender {
    /** Runs once and says what was measured. */
    double run() throws Exception;
  }

  /** What each of {@code contenders} measured, in {@code unit}, in their order. */
  public List<Series> run(String unit, List<Contender> contenders) throws Exception {
    List<List<Double>> found = new ArrayList<>();
    for (Contender contender : contenders) {
      found.add(new ArrayList<>());
      contender.run();
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        found.get(i).add(contenders.get(i).run());
      }
    }
    return found.stream().map(values -> new Series(unit, values)).toList();
  }
}
