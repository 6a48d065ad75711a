package org.safehand.referral.glass;

import java.time.Instant;

/**
 * A broken glass in one of its states.
 *
 * <p>Its life: a supervisor breaks it ({@link OpenGlass}). It is over when they say so or after an
 * hour ({@link EndedGlass}), and then an auditor says what they found ({@link ReviewedGlass},
 * final).
 */
public sealed interface Glass permits OpenGlass, EndedGlass, ReviewedGlass {
  /** What it is in every state. */
  GlassTerms terms();

  /** The state as it is stored and shown. */
  GlassState state();

  /** What it is at {@code now}: an open one whose time is over has ended, though nobody said so. */
  default Glass at(Instant now) {
    return this;
  }

  /** Whether it should have been reviewed before {@code now} and was not. */
  default boolean isOverdue(Instant now) {
    return state() != GlassState.REVIEWED && !now.isBefore(terms().reviewBy());
  }
}
