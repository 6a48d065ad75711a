package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Scope;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.Outcome;

/**
 * Lists where referrals can be released to, for whoever may list referrals; an agency sees itself.
 */
public final class ListAgencies {
  private final Attempts attempts;
  private final CaseAccess access;
  private final EndpointRegistry registry;

  /** Wires the use case. */
  public ListAgencies(Attempts attempts, CaseAccess access, EndpointRegistry registry) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.registry = requireNonNull(registry, "registry is null");
  }

  /** The agencies that the actor may know of. */
  public Outcome<List<Agency>> list(Actor actor) {
    return attempts.inOneUnit(
        actor, Operation.SEARCH, attempt -> access.scope(actor).map(this::visible));
  }

  private List<Agency> visible(Scope scope) {
    return scope instanceof Scope.OfAgency own
        ? registry.agency(own.agency()).map(Agency::forItself).map(List::of).orElse(List.of())
        : registry.agencies();
  }
}
