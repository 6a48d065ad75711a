package org.safehand.referral.registry;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.endpoint.Agency;

/**
 * An agency in the registry.
 *
 * @param agency what stands there
 * @param revision that of the registry since which it stands there so; an agency that was removed
 *     and registered again has another one
 */
public record RegisteredAgency(Agency agency, long revision) {
  /** Refuses null, and a revision that no registry has. */
  public RegisteredAgency {
    requireNonNull(agency, "agency is null");
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }
}
