package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.Parcel;

/** A dispatch whose signed receipt is here; final. */
public record DeliveredDispatch(DispatchOrder order, Parcel parcel, DeliveryReceipt receipt)
    implements Dispatch {
  /** Refuses nulls. */
  public DeliveredDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(receipt, "receipt is null");
  }

  @Override
  public DispatchState state() {
    return DispatchState.DELIVERED;
  }
}
