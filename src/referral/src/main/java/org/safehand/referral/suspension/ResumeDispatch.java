package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.task.Task;

/**
 * Lets a suspended dispatch go on from where it was, after a supervisor proved with a second factor
 * that it is they who mean it. What made the gateway suspend it, for example a revoked certificate,
 * is asked again and suspends it again; of what may have arrived the receipt is asked for first.
 */
public final class ResumeDispatch {
  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Dispatches dispatches;
  private final Outbox outbox;
  private final StepUpGate stepUp;
  private final DispatchEvents events;

  /** Wires the use case. */
  public ResumeDispatch(
      Attempts attempts,
      CaseAccess access,
      Dispatches dispatches,
      Outbox outbox,
      StepUpGate stepUp,
      DispatchEvents events) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.events = requireNonNull(events, "events is null");
  }

  /** The dispatch as it was before it was suspended. */
  public Outcome<Dispatch> resume(Actor actor, SuspensionOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.RESUME_DISPATCH,
        attempt ->
            access
                .lockDispatch(attempt, actor, Operation.RESUME_DISPATCH, order.dispatch())
                .then(
                    admitted ->
                        Revisions.same(admitted.subject(), order.revision())
                            .then(it -> REASON.require(order.reason(), "/reason", it))
                            .then(this::resumed)
                            .then(
                                next ->
                                    stepUp.whenProven(
                                        actor,
                                        admitted,
                                        order.binding(actor.number()),
                                        proven -> commit(proven, next, order.reason())))));
  }

  private Outcome<Dispatch> resumed(Dispatch dispatch) {
    return dispatch instanceof SuspendedDispatch suspended
        ? suspended
            .resume(dispatches.databaseTime())
            .map(Outcome::done)
            .orElseGet(
                () ->
                    Outcome.refused(
                        RefusalCode.DISPATCH_WRONG_STATE,
                        "how far it had come was not kept; it can be reissued"))
        : Outcome.refused(RefusalCode.DISPATCH_WRONG_STATE, "it is not suspended");
  }

  private Dispatch commit(Actor actor, Dispatch next, String reason) {
    dispatches.save(next);
    if (next instanceof QueuedDispatch) {
      outbox.put(Task.authorise(next.order().id()));
    } else if (next instanceof AuthorisedDispatch) {
      outbox.put(Task.pack(next.order().id()));
    }
    events.record(
        next.order(),
        actor,
        events
            .event(EventType.TRANSMIT_RESUMED, actor, next.order())
            .basis(Basis.of(reason))
            .fact("state", next.state().name()));
    return next;
  }
}
