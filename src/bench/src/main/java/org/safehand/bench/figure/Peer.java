package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

/**
 * What a figure is compared with, measured in the same run.
 *
 * @param name what it is
 * @param value as many rounds as the figure has, each run beside one of the figure's
 */
public record Peer(String name, Series value) {
  public Peer {
    requireNonNull(name, "name is null");
    requireNonNull(value, "value is null");
  }
}
