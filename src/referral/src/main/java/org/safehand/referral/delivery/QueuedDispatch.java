package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/** A dispatch whose transmission is not authorised yet. */
public record QueuedDispatch(DispatchOrder order) implements Dispatch {
  /** Refuses nulls. */
  public QueuedDispatch {
    requireNonNull(order, "order is null");
  }

  /** Authorised in the custody log. */
  public AuthorisedDispatch authorise(Authorisation authorisation) {
    return new AuthorisedDispatch(order.next(), authorisation);
  }

  /** Cannot be packaged until a person has looked at it. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Queued());
  }

  /** Another stands in its place: nothing of this one leaves. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.unpackaged(order.next(), supersession);
  }

  /** Taken back: nothing of it leaves. */
  public WithdrawnDispatch withdraw(Instant at) {
    return new WithdrawnDispatch(order.next(), at);
  }

  @Override
  public DispatchState state() {
    return DispatchState.QUEUED;
  }
}
