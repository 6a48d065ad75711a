package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Suspension;

/** A dispatch that may have been delivered: the receipt is asked for before it is sent again. */
public record UnknownDispatch(DispatchOrder order, Parcel parcel, Attempts attempts)
    implements Dispatch {
  /** Refuses nulls. */
  public UnknownDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(attempts, "attempts is null");
  }

  /** Claimed by a node, which asks for the receipt first. */
  public SendingDispatch claim(Lease lease) {
    return new SendingDispatch(order.claimed(), parcel, attempts.more(), lease, true);
  }

  /** Neither asked for nor sent until a person resumes it. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Tried(parcel));
  }

  @Override
  public DispatchState state() {
    return DispatchState.UNKNOWN;
  }
}
