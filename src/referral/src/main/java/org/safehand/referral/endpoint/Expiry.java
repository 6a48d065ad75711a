package org.safehand.referral.endpoint;

import java.util.List;
import java.util.Locale;

/** How near the end of a certificate's validity is: people are warned 60, 30 and 7 days before. */
public enum Expiry {
  /** Its validity has not begun. */
  NOT_YET_VALID(0),
  /** Valid for more than 60 days. */
  VALID(0),
  /** Valid for 60 days or less. */
  WITHIN_60_DAYS(60),
  /** Valid for 30 days or less. */
  WITHIN_30_DAYS(30),
  /** Valid for 7 days or less. */
  WITHIN_7_DAYS(7),
  /** Not valid any more. */
  EXPIRED(0);

  /** The nearest first. */
  static final List<Expiry> WARNINGS = List.of(WITHIN_7_DAYS, WITHIN_30_DAYS, WITHIN_60_DAYS);

  private final int days;

  Expiry(int days) {
    this.days = days;
  }

  int days() {
    return days;
  }

  /** The name as programs read it, for example {@code within-30-days}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
