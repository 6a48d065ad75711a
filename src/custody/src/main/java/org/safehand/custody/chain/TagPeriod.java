package org.safehand.custody.chain;

import static java.util.Objects.requireNonNull;

/**
 * From which event on a case is tagged under which key, until the next period begins.
 *
 * @param first sequence number of the first event that is tagged under the key
 * @param key the key
 */
public record TagPeriod(long first, TagKey key) {
  public TagPeriod {
    requireNonNull(key, "key is null");
    if (first < 0) {
      throw new IllegalArgumentException("a case sequence number is not negative");
    }
  }
}
