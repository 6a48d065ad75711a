package org.safehand.referral.log;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * When the custody log is stale: an event has waited longer than {@code limit} for one of the
 * stages. A log without any event is never stale, and a young one not before its first event has
 * waited that long.
 *
 * @param limit how long an event may wait; longer than nothing
 */
public record Staleness(Duration limit) {
  /** Refuses a limit of nothing or less. */
  public Staleness {
    requireNonNull(limit, "limit is null");
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("the limit is longer than nothing");
    }
  }

  /** The first stage that an event has waited for too long; empty when the log is not stale. */
  public Optional<Stage> staleAt(LogState state) {
    return Arrays.stream(Stage.values())
        .filter(stage -> state.waiting(stage).compareTo(limit) > 0)
        .findFirst();
  }
}
