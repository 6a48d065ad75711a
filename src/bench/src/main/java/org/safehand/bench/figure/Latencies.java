package org.safehand.bench.figure;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** How long each of many things took. */
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Duration> sorted;

  /**
   * @param durations at least one
   */
  public Latencies(Collection<Duration> durations) {
    sorted = durations.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("there is no percentile of nothing");
    }
  }

  /**
   * The least duration that {@code percent} of all do not exceed (nearest rank), in milliseconds.
   *
   * @param percent above 0, at most 100
   */
  public double percentile(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("no percentile " + percent);
    }
    int rank = (int) Math.ceil(percent / 100 * sorted.size());
    return sorted.get(rank - 1).toNanos() / NANOS_PER_MILLI;
  }
}
