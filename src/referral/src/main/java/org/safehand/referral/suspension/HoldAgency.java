package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Holds an agency back as a whole: nothing is authorised, packaged, sent or handed out to any of
 * its endpoints, on any node, until a supervisor lifts it. What was claimed before is left to
 * settle. Nothing is told about what waits, not even whether anything does.
 */
public final class HoldAgency {
  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final EndpointRegistry registry;
  private final Holds holds;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public HoldAgency(
      Attempts attempts,
      CaseAccess access,
      EndpointRegistry registry,
      Holds holds,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.registry = requireNonNull(registry, "registry is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * The hold that stands from now on. Of an agency that is held back already it is a new one, so
   * that nobody lifts it without having read this reason; the same by the same person changes
   * nothing.
   */
  public Outcome<StandingHold> hold(Actor actor, AgencyId agency, String reason) {
    return attempts.inOneUnit(
        actor,
        Operation.SUSPEND_DISPATCH,
        attempt ->
            access
                .admit(actor, Operation.SUSPEND_DISPATCH)
                .then(admitted -> REASON.require(reason, "/reason", agency))
                .then(this::registered)
                .map(known -> hold(actor, holds.alone(known), known, reason)));
  }

  private Outcome<AgencyId> registered(AgencyId agency) {
    return registry.agency(agency).isPresent()
        ? Outcome.done(agency)
        : Outcome.refused(RefusalCode.AGENCY_NOT_FOUND, "no such agency is registered");
  }

  private StandingHold hold(
      Actor actor, Optional<AgencyHold> before, AgencyId agency, String reason) {
    if (before.isPresent()
        && before.get() instanceof StandingHold standing
        && standing.by().equals(actor.number())
        && standing.reason().equals(reason)) {
      return standing;
    }
    Instant now = clock.instant();
    StandingHold next =
        before
            .map(said -> said.again(actor.number(), now, reason))
            .orElseGet(() -> StandingHold.first(agency, actor.number(), now, reason));
    holds.save(next);
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.AGENCY_HELD, actor)
            .basis(Basis.of(reason))
            .fact("agency", agency.value()));
    return next;
  }
}
