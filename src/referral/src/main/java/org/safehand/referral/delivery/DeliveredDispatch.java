package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Supersession;

/** A dispatch whose signed receipt is here. */
public record DeliveredDispatch(DispatchOrder order, Parcel parcel, DeliveryReceipt receipt)
    implements Dispatch {
  /** Refuses nulls. */
  public DeliveredDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(receipt, "receipt is null");
  }

  /** Another stands in its place; that this one was delivered stays. */
  public SupersededDispatch supersede(Supersession supersession) {
    return new SupersededDispatch(
        order.next(), supersession, Optional.of(parcel), Optional.of(receipt));
  }

  @Override
  public DispatchState state() {
    return DispatchState.DELIVERED;
  }
}
