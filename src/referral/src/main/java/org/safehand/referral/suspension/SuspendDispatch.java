package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.AvailableDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.task.Task;
import org.safehand.referral.transfer.Suspension;

/**
 * Holds a dispatch back until somebody resumes it: it is not authorised, packaged, sent or handed
 * out meanwhile. One that is being sent must settle first; whoever claims it at the same time
 * either comes first, or finds it suspended.
 */
public final class SuspendDispatch {
  /** The code of a suspension by a person. */
  public static final String BY_SUPERVISOR = "suspended-by-supervisor";

  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Dispatches dispatches;
  private final Outbox outbox;
  private final DispatchEvents events;

  /** Wires the use case. */
  public SuspendDispatch(
      Attempts attempts,
      CaseAccess access,
      Dispatches dispatches,
      Outbox outbox,
      DispatchEvents events) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.events = requireNonNull(events, "events is null");
  }

  /** The suspended dispatch. */
  public Outcome<Dispatch> suspend(Actor actor, SuspensionOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.SUSPEND_DISPATCH,
        attempt ->
            access
                .lockDispatch(attempt, actor, Operation.SUSPEND_DISPATCH, order.dispatch())
                .then(admitted -> Revisions.same(admitted.subject(), order.revision()))
                .then(dispatch -> REASON.require(order.reason(), "/reason", dispatch))
                .then(this::suspended)
                .map(suspended -> commit(actor, suspended, order.reason())));
  }

  private Outcome<SuspendedDispatch> suspended(Dispatch dispatch) {
    if (dispatch instanceof SendingDispatch) {
      return Outcome.refused(
          RefusalCode.DISPATCH_ON_ITS_WAY, "it is being sent: what becomes of it is known soon");
    }
    Suspension suspension =
        new Suspension(BY_SUPERVISOR, "a supervisor suspended it", dispatches.databaseTime());
    return suspended(dispatch, suspension)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.DISPATCH_WRONG_STATE, "it is over, or suspended already"));
  }

  private static Optional<SuspendedDispatch> suspended(Dispatch dispatch, Suspension suspension) {
    if (dispatch instanceof QueuedDispatch queued) {
      return Optional.of(queued.suspend(suspension));
    }
    if (dispatch instanceof AuthorisedDispatch authorised) {
      return Optional.of(authorised.suspend(suspension));
    }
    if (dispatch instanceof ReadyDispatch ready) {
      return Optional.of(ready.suspend(suspension));
    }
    if (dispatch instanceof AvailableDispatch available) {
      return Optional.of(available.suspend(suspension));
    }
    return dispatch instanceof UnknownDispatch unknown
        ? Optional.of(unknown.suspend(suspension))
        : Optional.empty();
  }

  private Dispatch commit(Actor actor, SuspendedDispatch suspended, String reason) {
    dispatches.save(suspended);
    outbox.done(Task.authorise(suspended.order().id()));
    outbox.done(Task.pack(suspended.order().id()));
    events.record(
        suspended.order(),
        actor,
        events
            .event(EventType.TRANSMIT_SUSPENDED, actor, suspended.order())
            .basis(Basis.of(reason)));
    return suspended;
  }
}
