package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Supersession;

/**
 * A dispatch in whose place another stands; final. What was not sent never leaves, and its package,
 * if there is one, is not handed out any more. One that had been delivered stays delivered, with
 * its receipt, because that happened.
 *
 * @param parcel its package, if it was known when it was superseded
 * @param receipt the agency's receipt, if it had been delivered
 */
public record SupersededDispatch(
    DispatchOrder order,
    Supersession supersession,
    Optional<Parcel> parcel,
    Optional<DeliveryReceipt> receipt)
    implements Dispatch {
  /** Refuses nulls, and a receipt for no package. */
  public SupersededDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(supersession, "supersession is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(receipt, "receipt is null");
    if (receipt.isPresent() && parcel.isEmpty()) {
      throw new IllegalArgumentException("what was delivered was packaged");
    }
  }

  static SupersededDispatch unpackaged(DispatchOrder order, Supersession supersession) {
    return new SupersededDispatch(order, supersession, Optional.empty(), Optional.empty());
  }

  static SupersededDispatch packaged(
      DispatchOrder order, Supersession supersession, Parcel parcel) {
    return new SupersededDispatch(order, supersession, Optional.of(parcel), Optional.empty());
  }

  @Override
  public DispatchState state() {
    return receipt.isPresent() ? DispatchState.DELIVERED : DispatchState.SUPERSEDED;
  }
}
