package org.safehand.referral.person;

import java.util.Optional;

/** What the one-time command has put into the database, and whether an event tells of it. */
public interface Bootstraps {
  /**
   * The first people, if no event tells of them yet; of several nodes one at a time is told. Within
   * a unit of work.
   */
  Optional<Founders> unrecorded();

  /** An event tells of the first people from the running unit of work on. */
  void recorded();
}
