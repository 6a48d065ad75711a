package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Suspension;

/**
 * A dispatch that the node with the lease is sending. {@code reconcile} says that an earlier
 * attempt may have arrived, so that the receipt is asked for before anything is sent.
 */
public record SendingDispatch(
    DispatchOrder order, Parcel parcel, Attempts attempts, Lease lease, boolean reconcile)
    implements Dispatch {
  /** Refuses nulls. */
  public SendingDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(parcel, "parcel is null");
    requireNonNull(attempts, "attempts is null");
    requireNonNull(lease, "lease is null");
  }

  /** Taken over by another node after the lease ended: what the first one did is unknown. */
  public SendingDispatch takeOver(Lease next) {
    return new SendingDispatch(order.claimed(), parcel, attempts.more(), next, true);
  }

  /** Still being sent by the same node. */
  public SendingDispatch renew(Lease next) {
    return new SendingDispatch(order.next(), parcel, attempts, next, reconcile);
  }

  /** Delivered: the receipt holds. */
  public DeliveredDispatch delivered(DeliveryReceipt receipt) {
    return new DeliveredDispatch(order.next(), parcel, receipt);
  }

  /** Certainly not delivered; to be tried again when {@code next} says. */
  public ReadyDispatch failed(Attempts next) {
    return new ReadyDispatch(order.next(), parcel, next);
  }

  /** Perhaps delivered; to be reconciled when {@code next} says. */
  public UnknownDispatch unknown(Attempts next) {
    return new UnknownDispatch(order.next(), parcel, next);
  }

  /** Certainly not delivered, and not tried again before a person says so. */
  public SuspendedDispatch undelivered(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Packaged(parcel));
  }

  /** Waits for a person; it may have arrived. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Tried(parcel));
  }

  @Override
  public DispatchState state() {
    return DispatchState.SENDING;
  }
}
