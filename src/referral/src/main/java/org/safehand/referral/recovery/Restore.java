package org.safehand.referral.recovery;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/**
 * A database that was brought back to the log it had.
 *
 * @param firstIndex the first index of the log that the backup did not have
 * @param lost how many events from there on are lost for good
 * @param size how many entries the log has since
 * @param root the root of those entries
 */
public record Restore(long firstIndex, long lost, long size, Digest root) {
  /** Refuses null. */
  public Restore {
    requireNonNull(root, "root is null");
  }
}
