package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Whoever broke it may read the case. */
public record OpenGlass(GlassTerms terms) implements Glass {
  /** Refuses null. */
  public OpenGlass {
    requireNonNull(terms, "terms is null");
  }

  /** Over, because whoever broke it said so or because its time was. */
  public EndedGlass end(Instant at) {
    return new EndedGlass(terms.next(), at);
  }

  @Override
  public Glass at(Instant now) {
    return now.isBefore(terms.until()) ? this : new EndedGlass(terms, terms.until());
  }

  @Override
  public GlassState state() {
    return GlassState.OPEN;
  }
}
