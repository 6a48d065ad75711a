package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.task.Task;
import org.safehand.referral.transfer.Suspension;

/** What becomes of a dispatch that cannot be authorised or packaged. Within a unit of work. */
final class Unpackaged {
  private final Dispatches dispatches;
  private final Outbox outbox;
  private final DispatchEvents events;

  Unpackaged(Dispatches dispatches, Outbox outbox, DispatchEvents events) {
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.events = requireNonNull(events, "events is null");
  }

  /** Suspends the dispatch for {@code reason}: a person must look at it. */
  Outcome<Dispatch> suspend(Actor node, DispatchId id, Refusal reason) {
    Suspension suspension =
        new Suspension(reason.code().wire(), reason.detail(), dispatches.databaseTime());
    Optional<Dispatch> suspended = dispatches.lock(id).flatMap(it -> suspended(it, suspension));
    if (suspended.isEmpty()) {
      done(id);
      return refused();
    }
    Dispatch next = suspended.get();
    dispatches.save(next);
    done(id);
    events.record(
        next.order(),
        node,
        events
            .event(EventType.TRANSMIT_SUSPENDED, node, next.order())
            .outcome(
                new org.safehand.custody.provenance.Outcome(
                    Result.FAILED, reason.code().wire(), null, null)));
    return Outcome.done(next);
  }

  /**
   * The dispatch is in another state than {@code task} was for; that task is done with. One of
   * another kind is not: whoever took the dispatch on has put it.
   */
  <T> Outcome<T> elsewhere(Task task) {
    outbox.done(task);
    return refused();
  }

  private static <T> Outcome<T> refused() {
    return Outcome.refused(
        RefusalCode.DISPATCH_WRONG_STATE, "the dispatch does not wait for this step");
  }

  private static Optional<Dispatch> suspended(Dispatch dispatch, Suspension suspension) {
    if (dispatch instanceof QueuedDispatch queued) {
      return Optional.of(queued.suspend(suspension));
    }
    return dispatch instanceof AuthorisedDispatch authorised
        ? Optional.of(authorised.suspend(suspension))
        : Optional.empty();
  }

  private void done(DispatchId id) {
    outbox.done(Task.authorise(id));
    outbox.done(Task.pack(id));
  }
}
