package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.act.Closing;

/**
 * An auditor has reviewed it; final.
 *
 * @param endedAt when it was over
 * @param finding who reviewed it, when, and what they found
 */
public record ReviewedGlass(GlassTerms terms, Instant endedAt, Closing finding) implements Glass {
  /** Refuses nulls. */
  public ReviewedGlass {
    requireNonNull(terms, "terms is null");
    requireNonNull(endedAt, "endedAt is null");
    requireNonNull(finding, "finding is null");
  }

  @Override
  public GlassState state() {
    return GlassState.REVIEWED;
  }
}
