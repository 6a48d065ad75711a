package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;

/** A packaged dispatch that is sent when it is due. */
public record ReadyDispatch(DispatchOrder order, Parcel parcel, Attempts attempts)
    implements Dispatch {
  /** Refuses nulls. */
  public ReadyDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(attempts, "attempts is null");
  }

  /** Claimed by a node; certainly not delivered before. */
  public SendingDispatch claim(Lease lease) {
    return new SendingDispatch(order.claimed(), parcel, attempts.more(), lease, false);
  }

  @Override
  public DispatchState state() {
    return DispatchState.READY;
  }
}
