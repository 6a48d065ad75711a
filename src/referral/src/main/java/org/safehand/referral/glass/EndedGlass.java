package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.act.Closing;

/**
 * Nobody reads through it any more; waits for an auditor.
 *
 * @param endedAt when it was over
 */
public record EndedGlass(GlassTerms terms, Instant endedAt) implements Glass {
  /** Refuses nulls. */
  public EndedGlass {
    requireNonNull(terms, "terms is null");
    requireNonNull(endedAt, "endedAt is null");
  }

  /** Reviewed, with what was found. */
  public ReviewedGlass review(Closing finding) {
    return new ReviewedGlass(terms.next(), endedAt, finding);
  }

  @Override
  public GlassState state() {
    return GlassState.ENDED;
  }
}
