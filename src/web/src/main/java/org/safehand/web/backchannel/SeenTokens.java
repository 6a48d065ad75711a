package org.safehand.web.backchannel;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens that were used, as long as they could be used again. On this node: elsewhere a second
 * use ends a session that the first had ended. Safe for several threads.
 */
final class SeenTokens {
  private final Duration kept;
  private final Map<String, Instant> until = new HashMap<>();

  /** Remembers each for {@code kept}. */
  SeenTokens(Duration kept) {
    this.kept = requireNonNull(kept, "kept is null");
  }

  /** Whether {@code id} is seen for the first time; from then on it is known. */
  synchronized boolean first(String id, Instant now) {
    until.values().removeIf(end -> end.isBefore(now));
    return until.putIfAbsent(id, now.plus(kept)) == null;
  }
}
