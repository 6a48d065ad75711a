package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

/**
 * What went wrong with an attempt.
 *
 * @param code stable
 * @param detail one sentence; no case content
 */
public record Failure(String code, String detail) {
  /** Refuses nulls. */
  public Failure {
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
  }
}
