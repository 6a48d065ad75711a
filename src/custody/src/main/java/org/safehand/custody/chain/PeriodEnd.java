package org.safehand.custody.chain;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * What the last event of a tag key period says of its case.
 *
 * @param count number of the case's events, that event among them
 * @param head leaf hash of the event before it
 * @param nextTagKey {@link TagKey#commitment} of the key under which every later event is tagged
 */
public record PeriodEnd(long count, Digest head, Digest nextTagKey) {
  public PeriodEnd {
    requireNonNull(head, "head is null");
    requireNonNull(nextTagKey, "nextTagKey is null");
    if (count < 2) {
      throw new IllegalArgumentException("a period ends after at least one other event");
    }
  }
}
