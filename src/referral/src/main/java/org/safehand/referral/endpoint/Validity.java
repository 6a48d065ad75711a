package org.safehand.referral.endpoint;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * From when until when a certificate is valid, both ends included (RFC 5280, section 4.1.2.5).
 *
 * @param from its notBefore
 * @param until its notAfter
 */
public record Validity(Instant from, Instant until) {
  /** Refuses nulls. */
  public Validity {
    requireNonNull(from, "from is null");
    requireNonNull(until, "until is null");
  }

  /** What {@code certificate} says. */
  public static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** Whether {@code moment} is within. */
  public boolean holdsAt(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(until);
  }

  /** How near the end is at {@code moment}. */
  public Expiry expiry(Instant moment) {
    if (moment.isBefore(from)) {
      return Expiry.NOT_YET_VALID;
    }
    if (moment.isAfter(until)) {
      return Expiry.EXPIRED;
    }
    Duration left = Duration.between(moment, until);
    for (Expiry warning : Expiry.WARNINGS) {
      if (left.compareTo(Duration.ofDays(warning.days())) <= 0) {
        return warning;
      }
    }
    return Expiry.VALID;
  }
}
