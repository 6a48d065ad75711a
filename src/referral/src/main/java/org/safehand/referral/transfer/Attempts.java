package org.safehand.referral.transfer;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How often a dispatch was tried.
 *
 * @param count attempts so far
 * @param since when it first could be sent
 * @param notBefore (by the database's clock) when it may be tried again
 */
public record Attempts(int count, Instant since, Instant notBefore) {
  /** Refuses nulls and a negative count. */
  public Attempts {
    if (count < 0) {
      throw new IllegalArgumentException("attempts are counted from 0");
    }
    requireNonNull(since, "since is null");
    requireNonNull(notBefore, "notBefore is null");
  }

  /** No attempt yet; due at once. */
  public static Attempts none(Instant now) {
    return new Attempts(0, now, now);
  }

  /** One attempt more. */
  public Attempts more() {
    return new Attempts(count + 1, since, notBefore);
  }

  /** The same count, due again at {@code when}. */
  public Attempts dueAt(Instant when) {
    return new Attempts(count, since, when);
  }
}
