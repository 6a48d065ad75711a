package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when to when a case is read through a glass, and by when that is reviewed; fixed when it is
 * broken, whatever the settings say later. All to the millisecond as it is written down.
 *
 * @param openedAt when it was broken
 * @param until from when on nobody reads through it; at most {@link #READ_FOR} later
 * @param reviewBy from when on its review is overdue; at most {@link #REVIEW_WITHIN} later
 */
public record GlassSpan(Instant openedAt, Instant until, Instant reviewBy) {
  /** How long a case may be read at most. */
  public static final Duration READ_FOR = Duration.ofMinutes(60);

  /** How long after it was broken an auditor may take at most to review it. */
  public static final Duration REVIEW_WITHIN = Duration.ofHours(24);

  /** Refuses nulls, and what is longer than it may be; cuts times to milliseconds. */
  public GlassSpan {
    openedAt = requireNonNull(openedAt, "openedAt is null").truncatedTo(ChronoUnit.MILLIS);
    until = requireNonNull(until, "until is null").truncatedTo(ChronoUnit.MILLIS);
    reviewBy = requireNonNull(reviewBy, "reviewBy is null").truncatedTo(ChronoUnit.MILLIS);
    requireWithin(openedAt, until, READ_FOR);
    requireWithin(openedAt, reviewBy, REVIEW_WITHIN);
  }

  /** Broken at {@code openedAt}, to be read and reviewed for so long. */
  public static GlassSpan of(Instant openedAt, Duration readFor, Duration reviewWithin) {
    return new GlassSpan(openedAt, openedAt.plus(readFor), openedAt.plus(reviewWithin));
  }

  /** Broken at {@code openedAt}, to be read and reviewed for as long as may be. */
  public static GlassSpan longest(Instant openedAt) {
    return of(openedAt, READ_FOR, REVIEW_WITHIN);
  }

  private static void requireWithin(Instant openedAt, Instant end, Duration most) {
    if (!end.isAfter(openedAt) || end.isAfter(openedAt.plus(most))) {
      throw new IllegalArgumentException("a broken glass is over after " + most + " at most");
    }
  }
}
