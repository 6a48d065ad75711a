package org.safehand.custody.anchor;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That the first {@code size} entries of a log existed at {@code time}, as a trusted authority
 * says.
 */
public record VerifiedAnchor(long size, Instant time) {
  public VerifiedAnchor {
    requireNonNull(time, "time is null");
    if (size < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }
}
