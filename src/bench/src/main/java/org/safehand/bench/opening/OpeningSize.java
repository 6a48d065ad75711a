package org.safehand.bench.opening;

import java.util.List;

/**
 * How much is opened.
 *
 * @param bytes compared with other tools
 * @param growth sizes from small to large, each opened by us alone
 */
public record OpeningSize(long bytes, List<Long> growth, int rounds) {
  public OpeningSize {
    growth = List.copyOf(growth);
  }
}
