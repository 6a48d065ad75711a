package org.safehand.referral.location;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One way in which the place of a location was found out.
 *
 * @param method how
 * @param time when
 * @param result what came out
 */
public record Trace(String method, Instant time, String result) {
  /** Refuses nulls. */
  public Trace {
    requireNonNull(method, "method is null");
    requireNonNull(time, "time is null");
    requireNonNull(result, "result is null");
  }
}
