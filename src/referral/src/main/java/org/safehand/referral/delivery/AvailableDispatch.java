package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Parcel;

/** A packaged dispatch that waits for a named officer of the agency. */
public record AvailableDispatch(DispatchOrder order, Parcel parcel) implements Dispatch {
  /** Refuses nulls. */
  public AvailableDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
  }

  @Override
  public DispatchState state() {
    return DispatchState.AVAILABLE;
  }
}
