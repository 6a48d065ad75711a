package org.safehand.referral.guard;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.referral.access.Condition;

/**
 * Something that the actor may do this to.
 *
 * @param subject what was asked for
 * @param owed what the act itself has to see to
 */
public record Admitted<T>(T subject, Set<Condition> owed) {
  /** Copies the set. */
  public Admitted {
    requireNonNull(subject, "subject is null");
    owed = Set.copyOf(owed);
  }

  /** That free text is not shown to this actor. */
  public boolean masked() {
    return owed.contains(Condition.MASKED);
  }

  /** That the actor must have proven themselves again for this act. */
  public boolean stepUp() {
    return owed.contains(Condition.STEP_UP);
  }

  /** That this actor is shown numbers alone. */
  public boolean counts() {
    return owed.contains(Condition.COUNTS);
  }

  /** That this actor is shown the events of their own agency alone. */
  public boolean ownEvents() {
    return owed.contains(Condition.OWN_EVENTS);
  }
}
