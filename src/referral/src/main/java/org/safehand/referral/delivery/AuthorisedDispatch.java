package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.Authorisation;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Parcel;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/** A dispatch whose authorisation must be witnessed before it is packaged. */
public record AuthorisedDispatch(DispatchOrder order, Authorisation authorisation)
    implements Dispatch {
  /** Refuses nulls. */
  public AuthorisedDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(authorisation, "authorisation is null");
  }

  /** Packaged, to be pushed. */
  public ReadyDispatch ready(Parcel parcel) {
    return new ReadyDispatch(order.next(), parcel, Attempts.none(parcel.packagedAt()));
  }

  /** Packaged, to be retrieved by a named officer of the agency. */
  public AvailableDispatch available(Parcel parcel) {
    return new AvailableDispatch(order.next(), parcel);
  }

  /** Cannot be packaged until a person has looked at it. */
  public SuspendedDispatch suspend(Suspension suspension) {
    return new SuspendedDispatch(order.next(), suspension, new Progress.Authorised(authorisation));
  }

  /** Another stands in its place: nothing of this one leaves. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.unpackaged(order.next(), supersession);
  }

  /** Taken back: nothing of it leaves. */
  public WithdrawnDispatch withdraw(Instant at) {
    return new WithdrawnDispatch(order.next(), at);
  }

  @Override
  public DispatchState state() {
    return DispatchState.AUTHORISED;
  }
}
