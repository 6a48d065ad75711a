package org.safehand.referral.settings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every setting with its value.
 *
 * @param values of each one, within its limits
 */
public record Settings(Map<Setting, Long> values) {
  /** Each at the most that the design allows. */
  public static final Settings STANDARD =
      new Settings(
          Arrays.stream(Setting.values())
              .collect(Collectors.toMap(Function.identity(), Setting::most)));

  /**
   * Copies the values.
   *
   * @throws IllegalArgumentException if one is missing or not within its limits
   */
  public Settings {
    Map<Setting, Long> copy = new EnumMap<>(Setting.class);
    copy.putAll(requireNonNull(values, "values is null"));
    for (Setting setting : Setting.values()) {
      Long value = copy.get(setting);
      if (value == null || value < setting.least() || value > setting.most()) {
        throw new IllegalArgumentException(
            setting.wire() + " is not from " + setting.least() + " to " + setting.most());
      }
    }
    values = Collections.unmodifiableMap(copy);
  }

  /** These with another value of {@code setting}. */
  public Settings with(Setting setting, long value) {
    Map<Setting, Long> next = new EnumMap<>(values);
    next.put(setting, value);
    return new Settings(next);
  }

  /** The value of {@code setting}, in its unit. */
  public long of(Setting setting) {
    return requireNonNull(values.get(setting), "a setting is missing");
  }

  /** How long an event may wait in the custody log before nothing leaves the building. */
  public Duration logStale() {
    return Duration.ofMinutes(of(Setting.LOG_STALE_MINUTES));
  }

  /** How long a dispatch that fails is tried again, from its first attempt on. */
  public Duration dispatchRetry() {
    return Duration.ofHours(of(Setting.DISPATCH_RETRY_HOURS));
  }

  /** How long after its release a dispatch waits for an authority that gives no answer. */
  public Duration recipientPatience() {
    return Duration.ofHours(of(Setting.RECIPIENT_PATIENCE_HOURS));
  }

  /** How long a case is read through a glass that is broken now. */
  public Duration glass() {
    return Duration.ofMinutes(of(Setting.GLASS_MINUTES));
  }

  /** How long an auditor may take to review a glass that is broken now. */
  public Duration glassReview() {
    return Duration.ofHours(of(Setting.GLASS_REVIEW_HOURS));
  }

  /** How long a proposal that is made now waits to be decided. */
  public Duration proposal() {
    return Duration.ofDays(of(Setting.PROPOSAL_DAYS));
  }

  /** How long a browser session lasts without a request that a person caused. */
  public Duration sessionIdle() {
    return Duration.ofMinutes(of(Setting.SESSION_IDLE_MINUTES));
  }

  /** How long a browser session lasts at all. */
  public Duration session() {
    return Duration.ofHours(of(Setting.SESSION_HOURS));
  }

  /** The largest exhibit, in bytes. */
  public long largestExhibit() {
    return of(Setting.LARGEST_EXHIBIT_BYTES);
  }
}
