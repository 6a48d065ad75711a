package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/** A packaged dispatch that waits for a named officer of the agency. */
public record AvailableDispatch(DispatchOrder order, Parcel parcel) implements Dispatch {
  /** Refuses nulls. */
  public AvailableDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
  }

  /** Another stands in its place: this one is not handed out any more. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.packaged(order.next(), supersession, parcel);
  }

  /** Not handed out until a person resumes it. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Offered(parcel));
  }

  @Override
  public DispatchState state() {
    return DispatchState.AVAILABLE;
  }
}
