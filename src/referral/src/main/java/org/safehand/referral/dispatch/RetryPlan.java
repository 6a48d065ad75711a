package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.safehand.referral.settings.CurrentSettings;
import org.safehand.referral.transfer.Attempts;

/**
 * When a failed dispatch is tried again: full jitter below a ceiling that doubles from 5 seconds to
 * 15 minutes, for as long in all as the settings say. Full jitter keeps many dispatches to one
 * endpoint from coming back all at once.
 */
public final class RetryPlan {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(15);
  private static final int DOUBLINGS = 8;

  private final RandomGenerator random;
  private final CurrentSettings settings;

  /** Draws from {@code random}. */
  public RetryPlan(RandomGenerator random, CurrentSettings settings) {
    this.random = requireNonNull(random, "random is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  /** {@code attempts} with the time of the next one; empty when it was tried for long enough. */
  Optional<Attempts> next(Attempts attempts, Instant now) {
    if (!now.isBefore(attempts.since().plus(settings.now().dispatchRetry()))) {
      return Optional.empty();
    }
    long wait = random.nextLong(ceiling(attempts.count()).toMillis() + 1);
    return Optional.of(attempts.dueAt(now.plusMillis(wait)));
  }

  /** The longest wait after {@code count} attempts. */
  static Duration ceiling(int count) {
    int doublings = Math.max(0, Math.min(count - 1, DOUBLINGS));
    Duration doubled = FIRST.multipliedBy(1L << doublings);
    return doubled.compareTo(MOST) < 0 ? doubled : MOST;
  }
}
