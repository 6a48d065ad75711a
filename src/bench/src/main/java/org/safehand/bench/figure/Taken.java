package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was taken.
 *
 * @param value what was measured
 * @param rival what it is compared with, if there is anything
 */
public record Taken(Series value, @Nullable Peer rival) implements Outcome {
  public Taken {
    requireNonNull(value, "value is null");
    if (rival != null && !rival.value().unit().equals(value.unit())) {
      throw new IllegalArgumentException(
          value.unit() + " cannot be compared with " + rival.value().unit());
    }
  }

  public Optional<Peer> peer() {
    return Optional.ofNullable(rival);
  }

  /** The figure over its peer, round by round. */
  public Optional<Series> ratio() {
    return peer().map(other -> value.ratioTo(other.value()));
  }
}
