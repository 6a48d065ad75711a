package org.safehand.referral.content;

import static java.util.Objects.requireNonNull;

/**
 * A value that means nothing without its scheme.
 *
 * @param scheme for example {@code 4x4}
 * @param value within the scheme
 */
public record SchemeValue(String scheme, String value) {
  /** Refuses nulls. */
  public SchemeValue {
    requireNonNull(scheme, "scheme is null");
    requireNonNull(value, "value is null");
  }
}
