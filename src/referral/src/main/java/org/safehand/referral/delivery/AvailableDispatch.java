package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Supersession;

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

  @Override
  public DispatchState state() {
    return DispatchState.AVAILABLE;
  }
}
