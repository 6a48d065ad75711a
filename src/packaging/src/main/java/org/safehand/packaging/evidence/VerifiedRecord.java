package org.safehand.packaging.evidence;

import java.time.Instant;
import java.util.List;

/**
 * An evidence record in which everything held.
 *
 * @param stamps in the order of time; at least one
 */
public record VerifiedRecord(List<VerifiedStamp> stamps) {
  /** Checks that there is one. */
  public VerifiedRecord {
    stamps = List.copyOf(stamps);
    if (stamps.isEmpty()) {
      throw new IllegalArgumentException("an evidence record has an archive time-stamp");
    }
  }

  /** When the package existed as it is now: what its own seal and time-stamp said counts since. */
  public Instant since() {
    return stamps.get(0).time();
  }

  /** How often it was renewed. */
  public int renewals() {
    return stamps.size() - 1;
  }
}
