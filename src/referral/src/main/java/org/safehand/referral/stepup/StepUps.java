package org.safehand.referral.stepup;

import java.time.Instant;
import java.util.Optional;

/** Where grants are kept until they are used, at most one for each act. Within a unit of work. */
public interface StepUps {
  /** Keeps {@code grant}, in the place of one for the same act. */
  void keep(Grant grant);

  /**
   * Takes the grant for exactly {@code binding} away, if the person proved themselves after {@code
   * since}. Of two units of work that ask at the same time one gets it, and if that one is undone
   * the other does.
   */
  Optional<Grant> take(ProvenAct binding, Instant since);
}
