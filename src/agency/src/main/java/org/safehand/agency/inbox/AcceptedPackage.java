package org.safehand.agency.inbox;

import static java.util.Objects.requireNonNull;

/**
 * What a checked package shows.
 *
 * @param checkpoint the custody log's signed checkpoint that the package proves its release in, as
 *     a signed note (C2SP)
 */
public record AcceptedPackage(String checkpoint) {
  public AcceptedPackage {
    requireNonNull(checkpoint, "checkpoint is null");
  }
}
