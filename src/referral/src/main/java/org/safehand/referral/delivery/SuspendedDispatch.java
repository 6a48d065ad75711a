package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/** A dispatch that waits for a person. Its package, if it was made, stays stored. */
public record SuspendedDispatch(DispatchOrder order, Suspension suspension) implements Dispatch {
  /** Refuses nulls. */
  public SuspendedDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(suspension, "suspension is null");
  }

  /** Another stands in its place: nothing of this one leaves. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.unpackaged(order.next(), supersession);
  }

  @Override
  public DispatchState state() {
    return DispatchState.SUSPENDED;
  }
}
