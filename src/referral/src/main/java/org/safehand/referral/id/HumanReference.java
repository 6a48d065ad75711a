package org.safehand.referral.id;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * What people say on the telephone: {@code SH-2026-04711823-64}.
 *
 * <p>The last two digits are a check by ISO/IEC 7064, MOD 97-10, over year and number: any one
 * wrong digit and any two exchanged neighbours are noticed.
 */
public record HumanReference(String value) {
  /** How many numbers a year has. */
  public static final int NUMBERS = 100_000_000;

  private static final Pattern FORM = Pattern.compile("SH-[0-9]{4}-[0-9]{8}-[0-9]{2}");

  /** Refuses a wrong form and a wrong check digit. */
  public HumanReference {
    requireNonNull(value, "value is null");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a reference reads SH-year-number-check");
    }
    if (Long.parseLong(value.substring(3).replace("-", "")) % 97 != 1) {
      throw new IllegalArgumentException("the check digits of the reference are wrong");
    }
  }

  static HumanReference of(Instant now, int number) {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    long digits = (long) year * NUMBERS + number;
    long check = 98 - (digits * 100) % 97;
    return new HumanReference("SH-%04d-%08d-%02d".formatted(year, number, check));
  }

  @Override
  public String toString() {
    return value;
  }
}
