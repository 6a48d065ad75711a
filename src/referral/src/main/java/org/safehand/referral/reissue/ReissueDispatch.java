package org.safehand.referral.reissue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.packaging.pack.AuthorisedPackage;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.task.Task;
import org.safehand.referral.transfer.Supersession;

/**
 * Makes a dispatch anew for another certificate of the same endpoint, which a supervisor of the
 * unit names, so that what was read is what is done. Nothing is released by this: agency, endpoint
 * and seal are those that were released.
 *
 * <p>In one unit of work the new dispatch is queued and the old one closed. What was not sent yet
 * never leaves; what was delivered stays on record as delivered; no package of it is handed out any
 * more. A dispatch that is on its way is refused: what becomes of it must be known first. While the
 * custody log is stale nothing is reissued.
 */
public final class ReissueDispatch {
  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Dispatches dispatches;
  private final EndpointRegistry registry;
  private final Outbox outbox;
  private final LogGate gate;
  private final StepUpGate stepUp;
  private final DispatchEvents events;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public ReissueDispatch(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Dispatches dispatches,
      EndpointRegistry registry,
      Outbox outbox,
      LogGate gate,
      StepUpGate stepUp,
      DispatchEvents events,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.registry = requireNonNull(registry, "registry is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.events = requireNonNull(events, "events is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  private record Change(Dispatch before, SupersededDispatch closed, QueuedDispatch next) {}

  /**
   * The new dispatch; for a repeated request, which whoever may not reissue any more is refused as
   * well, as it is now.
   */
  public Outcome<Dispatch> reissue(Actor actor, ReissueOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.REISSUE,
        attempt ->
            once.run(
                actor,
                Operation.REISSUE,
                order.key(),
                () -> reissueOnce(attempt, actor, order),
                dispatch -> dispatch.order().id().toString(),
                id -> again(attempt, actor, DispatchId.parse(id))));
  }

  private Outcome<Dispatch> again(Attempt attempt, Actor actor, DispatchId id) {
    return access
        .findDispatch(attempt, actor, Operation.REISSUE, id)
        .map(admitted -> admitted.subject());
  }

  private Outcome<Dispatch> reissueOnce(Attempt attempt, Actor actor, ReissueOrder order) {
    return access
        .lockDispatch(attempt, actor, Operation.REISSUE, order.dispatch())
        .then(
            admitted ->
                Revisions.same(admitted.subject(), order.revision())
                    .then(dispatch -> change(dispatch, order))
                    .then(change -> certified(change, order))
                    .then(change -> REASON.require(order.reason(), "/reason", change))
                    .then(change -> reissue(actor, admitted, change, order)));
  }

  private Outcome<Dispatch> reissue(
      Actor actor, Admitted<Dispatch> admitted, Change change, ReissueOrder order) {
    return gate.whenOpen(
        () ->
            stepUp.whenProven(
                actor,
                admitted,
                order.binding(actor.number()),
                proven -> commit(proven, change, order.reason())));
  }

  private Outcome<Change> change(Dispatch dispatch, ReissueOrder order) {
    if (dispatch instanceof SupersededDispatch superseded) {
      return Outcome.refused(
          RefusalCode.DISPATCH_SUPERSEDED,
          "another stands in its place: " + superseded.supersession().by());
    }
    Instant now = clock.instant();
    QueuedDispatch next = dispatch.order().reissued(ids.dispatch(), order.certificate(), now);
    return superseded(dispatch, new Supersession(next.order().id(), now))
        .map(closed -> Outcome.done(new Change(dispatch, closed, next)))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.DISPATCH_WRONG_STATE,
                    "it is on its way: what becomes of it must be known first"));
  }

  private static Optional<SupersededDispatch> superseded(Dispatch dispatch, Supersession by) {
    if (dispatch instanceof QueuedDispatch queued) {
      return Optional.of(queued.supersede(by));
    }
    if (dispatch instanceof AuthorisedDispatch authorised) {
      return Optional.of(authorised.supersede(by));
    }
    if (dispatch instanceof ReadyDispatch ready) {
      return Optional.of(ready.supersede(by));
    }
    if (dispatch instanceof AvailableDispatch available) {
      return Optional.of(available.supersede(by));
    }
    if (dispatch instanceof DeliveredDispatch delivered) {
      return Optional.of(delivered.supersede(by));
    }
    return dispatch instanceof SuspendedDispatch suspended
        ? Optional.of(suspended.supersede(by))
        : Optional.empty();
  }

  private Outcome<Change> certified(Change change, ReissueOrder order) {
    DispatchOrder before = change.before().order();
    if (isFor(before, order)) {
      return Outcome.refused(
          RefusalCode.REISSUE_SAME_CERTIFICATE, "the dispatch is for this certificate already");
    }
    Optional<Endpoint> endpoint =
        registry.agency(before.agency()).flatMap(agency -> agency.endpoint(before.endpoint()));
    if (endpoint.isEmpty()) {
      return Outcome.refused(
          RefusalCode.ENDPOINT_NOT_USABLE, "the endpoint is not in the registry any more");
    }
    return endpoint.get().recipient(order.certificate(), clock.instant()).isPresent()
        ? Outcome.done(change)
        : Outcome.refused(
            RefusalCode.REISSUE_UNKNOWN_CERTIFICATE,
            "the certificate is not one of the endpoint's that are valid now");
  }

  /** What was made for a certificate says so in its draft; what is yet to be made, in its order. */
  private boolean isFor(DispatchOrder before, ReissueOrder order) {
    return dispatches
        .draft(before.id())
        .map(draft -> AuthorisedPackage.fromBytes(draft.bytes()).header())
        .map(header -> header.recipient().certificateSha256())
        .or(() -> before.reissue().map(reissue -> reissue.certificate()))
        .equals(Optional.of(order.certificate()));
  }

  private Dispatch commit(Actor actor, Change change, String reason) {
    DispatchOrder before = change.before().order();
    DispatchOrder next = change.next().order();
    dispatches.save(change.closed());
    dispatches.add(change.next());
    outbox.done(Task.authorise(before.id()));
    outbox.done(Task.pack(before.id()));
    outbox.put(Task.authorise(next.id()));
    events.record(
        next,
        actor,
        events
            .event(EventType.REISSUED, actor, next)
            .basis(Basis.of(reason))
            .fact("supersedes", before.id().toString())
            .fact("supersededState", change.before().state().name())
            .fact("sequence", Long.toString(next.sequence()))
            .fact("recipientCertificateSha256", next.reissue().orElseThrow().certificate()));
    return change.next();
  }
}
