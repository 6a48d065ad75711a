package org.safehand.referral.registry;

import java.util.Optional;

/** What the one-time import has put into the database, and whether an event tells of it. */
public interface FirstRegistries {
  /**
   * The first registry, if no event tells of it yet; of several nodes one at a time is told. Within
   * a unit of work.
   */
  Optional<Registry> unrecorded();

  /** An event tells of the first registry from the running unit of work on. */
  void recorded();
}
