package org.safehand.referral.retrieval;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.packaging.pack.PackageRecipe;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Hands a package to a named officer of the agency that it is encrypted to, or to the agency's own
 * machine, and to nobody else. For everyone of another agency it does not exist. A package in whose
 * place another stands is not handed out any more. While the custody log is stale, or the agency is
 * held back, nothing is handed out.
 */
public final class FetchPackage {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Dispatches dispatches;
  private final LogGate gate;
  private final HoldGate holds;
  private final DispatchEvents events;

  /** Wires the use case. */
  public FetchPackage(
      Attempts attempts,
      CaseAccess access,
      Dispatches dispatches,
      LogGate gate,
      HoldGate holds,
      DispatchEvents events) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.events = requireNonNull(events, "events is null");
  }

  /**
   * The package; that this officer or machine has it is recorded before they do.
   *
   * @param part which part of it is sent, in words; empty for the whole. What it throws is thrown,
   *     and nothing is recorded
   */
  public Outcome<FetchedPackage> fetch(
      Actor officer, DispatchId id, Function<PackageRecipe, Optional<String>> part) {
    return attempts.inOneUnit(
        officer,
        Operation.FETCH_PACKAGE,
        attempt ->
            access
                // locked, so that a suspension or reissue that was answered before is seen
                .lockDispatch(attempt, officer, Operation.FETCH_PACKAGE, id)
                .then(admitted -> whenOpen(officer, admitted.subject(), part)));
  }

  private Outcome<FetchedPackage> whenOpen(
      Actor officer, Dispatch dispatch, Function<PackageRecipe, Optional<String>> part) {
    return gate.whenOpen(
        () -> holds.whenOpen(dispatch.order().agency(), () -> handOut(officer, dispatch, part)));
  }

  private Outcome<FetchedPackage> handOut(
      Actor officer, Dispatch dispatch, Function<PackageRecipe, Optional<String>> part) {
    if (dispatch instanceof SupersededDispatch superseded) {
      return Outcome.refused(
          RefusalCode.DISPATCH_SUPERSEDED,
          "another stands in its place: " + superseded.supersession().by());
    }
    return dispatches
        .recipe(dispatch.order().id())
        .map(recipe -> Outcome.done(handOut(officer, dispatch, recipe, part.apply(recipe))))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.DISPATCH_NOT_FOUND, "there is nothing of this name for you"));
  }

  private FetchedPackage handOut(
      Actor officer, Dispatch dispatch, PackageRecipe recipe, Optional<String> part) {
    EventHeader.Builder retrieved =
        events
            .event(EventType.RETRIEVED, officer, dispatch.order())
            .fact("packageDigest", recipe.packageDigest());
    part.ifPresent(range -> retrieved.fact("range", range));
    events.record(dispatch.order(), officer, retrieved);
    return new FetchedPackage(dispatch.order().id(), recipe);
  }
}
