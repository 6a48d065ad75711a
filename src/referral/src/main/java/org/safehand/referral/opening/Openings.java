package org.safehand.referral.opening;

import java.util.Optional;
import org.safehand.referral.access.StaffNumber;

/** Where openings are kept until they are used, for every node. Within a unit of work. */
public interface Openings {
  /** Adds an opening; what its person did not use for long may go. */
  void add(Opening opening);

  /** The opening, if it is {@code person}'s and nobody has used it; also when it is over. */
  Optional<Opening> find(OpeningId id, StaffNumber person);

  /**
   * Uses {@code opening} up; false when somebody else did. Of two units of work that ask at the
   * same time one does, and if that one is undone the other.
   */
  boolean use(Opening opening);
}
