package org.safehand.referral.guard;

import static java.util.Objects.requireNonNull;

/**
 * Something that the actor may do this to.
 *
 * @param subject what was asked for
 * @param masked that its free text is not shown to this actor
 * @param stepUp that the actor must have proven themselves again for this act
 */
public record Admitted<T>(T subject, boolean masked, boolean stepUp) {
  /** Refuses null. */
  public Admitted {
    requireNonNull(subject, "subject is null");
  }
}
