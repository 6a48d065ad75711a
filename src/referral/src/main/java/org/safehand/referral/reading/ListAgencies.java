package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Scope;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Lists where referrals can be released to, for whoever may list referrals; an agency sees itself.
 */
public final class ListAgencies {
  private final Attempts attempts;
  private final AccessPolicy policy;
  private final EndpointRegistry registry;

  /** Wires the use case. */
  public ListAgencies(Attempts attempts, AccessPolicy policy, EndpointRegistry registry) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.policy = requireNonNull(policy, "policy is null");
    this.registry = requireNonNull(registry, "registry is null");
  }

  /** The agencies that the actor may know of. */
  public Outcome<List<Agency>> list(Actor actor) {
    return attempts.run(
        actor,
        Operation.SEARCH,
        attempt -> {
          Optional<Scope> scope = policy.scope(actor);
          return scope.isPresent()
              ? Outcome.done(visible(scope.get()))
              : Outcome.refused(RefusalCode.OPERATION_NOT_PERMITTED, "no rule allows lists here");
        });
  }

  private List<Agency> visible(Scope scope) {
    return scope instanceof Scope.OfAgency own
        ? registry.agency(own.agency()).map(List::of).orElse(List.of())
        : registry.agencies();
  }
}
