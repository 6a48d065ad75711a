package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One quantity, taken in several rounds.
 *
 * @param unit in what it is counted, for example {@code events/s}
 * @param rounds what each round gave, in the order they were run; at least one
 */
public record Series(String unit, List<Double> rounds) {
  public Series {
    requireNonNull(unit, "unit is null");
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one round");
    }
  }

  /** The middle of the rounds; of an even number, the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** How far the rounds lie apart: (greatest - least) / median; 0 when all are equal. */
  public double spread() {
    double least = rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double greatest = rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return greatest == least ? 0 : (greatest - least) / median();
  }

  /**
   * The ratio of each round to the round of {@code peer} that was run beside it, so that a machine
   * that slows down slows both.
   *
   * @throws IllegalArgumentException unless both have as many rounds
   */
  public Series ratioTo(Series peer) {
    if (rounds.size() != peer.rounds.size()) {
      throw new IllegalArgumentException(
          rounds.size() + " rounds cannot be compared with " + peer.rounds.size());
    }
    return new Series(
        "x",
        IntStream.range(0, rounds.size())
            .mapToObj(i -> rounds.get(i) / peer.rounds.get(i))
            .toList());
  }
}
