package org.safehand.referral.log;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the custody log has come at one moment.
 *
 * @param at the moment, by the database's clock
 * @param published how many events the newest signed checkpoint commits to
 * @param witnessed how many events the newest witnessed checkpoint commits to
 * @param anchored how many events the newest time-stamped checkpoint commits to
 * @param newestAnchor when that one was time-stamped; empty before the first
 * @param unpublishedSince when the oldest event was recorded that no signed checkpoint commits to
 * @param unwitnessedSince likewise of those that no witnessed checkpoint commits to
 * @param unanchoredSince likewise of those that no time-stamped checkpoint commits to
 */
public record LogState(
    Instant at,
    long published,
    long witnessed,
    long anchored,
    Optional<Instant> newestAnchor,
    Optional<Instant> unpublishedSince,
    Optional<Instant> unwitnessedSince,
    Optional<Instant> unanchoredSince) {
  /** Refuses nulls. */
  public LogState {
    requireNonNull(at, "at is null");
    requireNonNull(newestAnchor, "newestAnchor is null");
    requireNonNull(unpublishedSince, "unpublishedSince is null");
    requireNonNull(unwitnessedSince, "unwitnessedSince is null");
    requireNonNull(unanchoredSince, "unanchoredSince is null");
  }

  /** Since when an event waits for {@code stage}; empty when none does. */
  public Optional<Instant> waitingSince(Stage stage) {
    return switch (stage) {
      case PUBLISHING -> unpublishedSince;
      case WITNESSING -> unwitnessedSince;
      case ANCHORING -> unanchoredSince;
    };
  }

  /** How long an event has waited for {@code stage}, never less than nothing. */
  public Duration waiting(Stage stage) {
    return waitingSince(stage)
        .map(since -> Duration.between(since, at))
        .filter(age -> !age.isNegative())
        .orElse(Duration.ZERO);
  }
}
