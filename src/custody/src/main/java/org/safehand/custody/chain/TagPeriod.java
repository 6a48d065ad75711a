package org.safehand.custody.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;

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

  /**
   * The one of {@code periods}, oldest first and at least one, that holds at {@code sequence}; the
   * oldest where none has begun.
   */
  public static TagPeriod at(List<TagPeriod> periods, long sequence) {
    TagPeriod holding = periods.get(0);
    for (TagPeriod period : periods) {
      if (period.first() <= sequence) {
        holding = period;
      }
    }
    return holding;
  }
}
