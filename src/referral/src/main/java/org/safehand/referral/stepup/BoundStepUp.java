package org.safehand.referral.stepup;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.id.ReferralId;

/**
 * An act that somebody may do once they have proved themselves.
 *
 * @param binding the act
 * @param referral the referral that it belongs to; empty when the person cannot see it yet, and
 *     when it is to decide on a proposal or to lift the hold of an agency
 */
public record BoundStepUp(ProvenAct binding, Optional<ReferralId> referral) {
  /** Refuses nulls. */
  public BoundStepUp {
    requireNonNull(binding, "binding is null");
    requireNonNull(referral, "referral is null");
  }

  /** An act that belongs to {@code referral}. */
  public BoundStepUp(ProvenAct binding, ReferralId referral) {
    this(binding, Optional.of(referral));
  }
}
