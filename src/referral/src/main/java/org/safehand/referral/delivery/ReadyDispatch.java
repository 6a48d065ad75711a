package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Lease;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

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

  /** Another stands in its place: nothing of this one leaves. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.packaged(order.next(), supersession, parcel);
  }

  /** Not sent until a person resumes it. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Packaged(parcel));
  }

  /** Taken back: nothing of it leaves. */
  public WithdrawnDispatch withdraw(Instant at) {
    return new WithdrawnDispatch(order.next(), at);
  }

  @Override
  public DispatchState state() {
    return DispatchState.READY;
  }
}
