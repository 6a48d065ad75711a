package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.Suspension;

/**
 * Settles an attempt that brought no receipt: to be tried again, to be reconciled, or to wait for a
 * person. Only the node whose claim is the newest settles anything.
 */
public final class SettleDispatch {
  /** The code of a suspension after the last retry. */
  public static final String RETRIES_EXHAUSTED = "retries-exhausted";

  private final UnitOfWork unit;
  private final Dispatches dispatches;
  private final Fenced fenced;
  private final DispatchEvents events;
  private final RetryPlan retries;

  /** Wires the use case. */
  public SettleDispatch(
      UnitOfWork unit, Dispatches dispatches, DispatchEvents events, RetryPlan retries) {
    this.unit = requireNonNull(unit, "unit is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.fenced = new Fenced(dispatches);
    this.events = requireNonNull(events, "events is null");
    this.retries = requireNonNull(retries, "retries is null");
  }

  /** It certainly did not arrive: ready again, later. */
  public Outcome<Dispatch> failed(Actor node, SendingDispatch claim, Failure failure) {
    return settle(node, claim, failure, SendingDispatch::failed);
  }

  /** It may have arrived: the receipt is asked for before it is sent again. */
  public Outcome<Dispatch> unknown(Actor node, SendingDispatch claim, Failure failure) {
    return settle(node, claim, failure, SendingDispatch::unknown);
  }

  /** It is not tried again until a person has looked at it. */
  public Outcome<Dispatch> suspend(Actor node, SendingDispatch claim, Failure failure) {
    return unit.run(() -> fenced.current(claim).map(sending -> suspendNow(node, sending, failure)));
  }

  private Outcome<Dispatch> settle(Actor node, SendingDispatch claim, Failure failure, Next next) {
    return unit.run(
        () -> fenced.current(claim).map(sending -> retry(node, sending, failure, next)));
  }

  private Dispatch retry(Actor node, SendingDispatch sending, Failure failure, Next next) {
    Instant now = dispatches.databaseTime();
    Optional<Attempts> planned = retries.next(sending.attempts(), now);
    if (planned.isEmpty()) {
      return exhausted(node, sending, new Failure(RETRIES_EXHAUSTED, failure.detail()), next);
    }
    return save(node, next.of(sending, planned.get()), EventType.TRANSMIT_FAILED, failure, sending);
  }

  /** What would only be tried again, has certainly not arrived; anything else may have. */
  private Dispatch exhausted(Actor node, SendingDispatch sending, Failure failure, Next next) {
    return next.of(sending, sending.attempts()) instanceof ReadyDispatch
        ? save(
            node,
            sending.undelivered(suspension(failure)),
            EventType.TRANSMIT_SUSPENDED,
            failure,
            sending)
        : suspendNow(node, sending, failure);
  }

  private Suspension suspension(Failure failure) {
    return new Suspension(failure.code(), failure.detail(), dispatches.databaseTime());
  }

  private Dispatch suspendNow(Actor node, SendingDispatch sending, Failure failure) {
    return save(
        node, sending.suspend(suspension(failure)), EventType.TRANSMIT_SUSPENDED, failure, sending);
  }

  private Dispatch save(
      Actor node, Dispatch next, EventType type, Failure failure, SendingDispatch sending) {
    dispatches.save(next);
    events.record(
        next.order(),
        node,
        events
            .event(type, node, next.order())
            .outcome(
                new org.safehand.custody.provenance.Outcome(
                    Result.FAILED, failure.code(), null, null))
            .fact("state", next.state().name())
            .fact("attempt", Integer.toString(sending.attempts().count())));
    return next;
  }

  @FunctionalInterface
  private interface Next {
    Dispatch of(SendingDispatch sending, Attempts attempts);
  }
}
