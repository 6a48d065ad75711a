package org.safehand.packaging.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.provenance.Principal;

/**
 * Who let a referral go.
 *
 * @param author who wrote it, with the authentication then
 * @param releaser the second person, with the authentication then
 * @param released when, to the millisecond
 */
public record Release(Principal author, Principal releaser, Instant released) {
  /** Checks that author and releaser are two persons. */
  public Release {
    requireNonNull(author, "author is null");
    requireNonNull(releaser, "releaser is null");
    requireNonNull(released, "released is null");
    if (author.id().equals(releaser.id())) {
      throw new IllegalArgumentException("nobody releases what they wrote");
    }
  }
}
