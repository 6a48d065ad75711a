package org.safehand.packaging.header;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a routing header that does not follow from case file and recipient.
 *
 * @param packageId the dispatch's id, which names the package in every message about it
 * @param sender the sending organisation
 * @param created when the package was authorised, to the millisecond
 * @param sequence counts the packages of this referral for this endpoint, from 1
 * @param supersedes the package that this one replaces, if any
 * @param handling handling code, for example {@code TLP:AMBER}
 */
public record Routing(
    UUID packageId,
    String sender,
    Instant created,
    long sequence,
    Optional<UUID> supersedes,
    String handling) {
  /** Checks the range. */
  public Routing {
    requireNonNull(packageId, "packageId is null");
    requireNonNull(sender, "sender is null");
    requireNonNull(created, "created is null");
    requireNonNull(supersedes, "supersedes is null");
    requireNonNull(handling, "handling is null");
    if (sequence < 1) {
      throw new IllegalArgumentException("packages count from 1, not " + sequence);
    }
  }
}
