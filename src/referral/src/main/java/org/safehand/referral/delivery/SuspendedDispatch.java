package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.transfer.Attempts;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.referral.transfer.Progress;
import org.safehand.referral.transfer.Supersession;
import org.safehand.referral.transfer.Suspension;

/**
 * A dispatch that waits for a person. Its package, if it was made, stays stored.
 *
 * @param progress how far it had come
 */
public record SuspendedDispatch(DispatchOrder order, Suspension suspension, Progress progress)
    implements Dispatch {
  /** Refuses nulls. */
  public SuspendedDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(suspension, "suspension is null");
    requireNonNull(progress, "progress is null");
  }

  /**
   * What it was before, due at {@code now}; of what may have arrived the receipt is asked for
   * first. Empty if how far it had come is not known.
   */
  public Optional<Dispatch> resume(Instant now) {
    if (progress instanceof Progress.Queued) {
      return Optional.of(new QueuedDispatch(order.next()));
    }
    if (progress instanceof Progress.Authorised it) {
      return Optional.of(new AuthorisedDispatch(order.next(), it.authorisation()));
    }
    if (progress instanceof Progress.Packaged it) {
      return Optional.of(new ReadyDispatch(order.next(), it.parcel(), Attempts.none(now)));
    }
    if (progress instanceof Progress.Tried it) {
      return Optional.of(new UnknownDispatch(order.next(), it.parcel(), Attempts.none(now)));
    }
    return progress instanceof Progress.Offered it
        ? Optional.of(new AvailableDispatch(order.next(), it.parcel()))
        : Optional.empty();
  }

  /** Another stands in its place: nothing of this one leaves. */
  public SupersededDispatch supersede(Supersession supersession) {
    return SupersededDispatch.unpackaged(order.next(), supersession);
  }

  /** Taken back; only what certainly has not been sent. */
  public Optional<WithdrawnDispatch> withdraw(Instant at) {
    return progress.isUnsent()
        ? Optional.of(new WithdrawnDispatch(order.next(), at))
        : Optional.empty();
  }

  @Override
  public DispatchState state() {
    return DispatchState.SUSPENDED;
  }
}
