package org.safehand.bench.verification;

import java.util.List;

/**
 * Which logs are verified.
 *
 * @param entries sizes, growing; all are verified to see the time an entry takes, and the greatest
 *     up to a million is compared with the peers
 * @param rounds rounds of each contender
 */
public record LogSize(List<Long> entries, int rounds) {
  private static final long COMPARED = 1_000_000;

  public LogSize {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("at least one size");
    }
  }

  /** The size that is compared with the peers. */
  long compared() {
    return entries.stream().filter(size -> size <= COMPARED).reduce((a, b) -> b).orElseThrow();
  }
}
