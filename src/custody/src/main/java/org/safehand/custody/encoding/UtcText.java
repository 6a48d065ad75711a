package org.safehand.custody.encoding;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Instants in UTC, to the millisecond ({@code 2026-11-24T03:51:59.123Z}) or to the second. */
public final class UtcText {
  private static final DateTimeFormatter MILLIS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss'Z'");

  private UtcText() {}

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** {@code instant} with exactly three digits of a second; what is finer is cut off. */
  public static String millis(Instant instant) {
    return MILLIS.format(instant.truncatedTo(ChronoUnit.MILLIS));
  }

  /** {@code instant} to the second; what is finer is cut off. */
  public static String seconds(Instant instant) {
    return SECONDS.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The instant written by {@link #millis} as {@code text}, if it is one. */
  public static Optional<Instant> parseMillis(String text) {
    return parse(text, MILLIS, 24);
  }

  /** The instant written by {@link #seconds} as {@code text}, if it is one. */
  public static Optional<Instant> parseSeconds(String text) {
    return parse(text, SECONDS, 20);
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter form, int length) {
    requireNonNull(text, "text is null");
    if (text.length() != length) {
      return Optional.empty();
    }
    try {
      Instant instant = form.parse(text, Instant::from);
      return form.format(instant).equals(text) ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
