package org.safehand.referral.act;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.digest.Digest;

/**
 * The seal of a referral version.
 *
 * @param digest SHA-256 of the case file's manifest; names the version for ever
 * @param timeStampedAt what the time-stamp authority says
 */
public record Seal(Digest digest, Instant timeStampedAt) {
  /** Refuses nulls. */
  public Seal {
    requireNonNull(digest, "digest is null");
    requireNonNull(timeStampedAt, "timeStampedAt is null");
  }
}
