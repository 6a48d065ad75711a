package org.safehand.referral.stepup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a person proved themselves for one act.
 *
 * @param binding the act
 * @param authenticated when they proved it, by the identity provider
 */
public record Grant(ProvenAct binding, Instant authenticated) {
  /** Refuses nulls. */
  public Grant {
    requireNonNull(binding, "binding is null");
    requireNonNull(authenticated, "authenticated is null");
  }
}
