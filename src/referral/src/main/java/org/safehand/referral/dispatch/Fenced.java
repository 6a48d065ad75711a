package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Lets only the holder of the newest claim go on. Called within a unit of work. */
public final class Fenced {
  private final Dispatches dispatches;

  /** Looks into {@code dispatches}. */
  public Fenced(Dispatches dispatches) {
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
  }

  /** The dispatch of {@code claim} as it is stored, locked, if nobody took it over since. */
  public Outcome<SendingDispatch> current(SendingDispatch claim) {
    Optional<Dispatch> stored = dispatches.lock(claim.order().id());
    if (stored.isEmpty()) {
      return Outcome.refused(RefusalCode.DISPATCH_NOT_FOUND, "there is no such dispatch");
    }
    return stored.get() instanceof SendingDispatch sending
            && sending.order().fence() == claim.order().fence()
        ? Outcome.done(sending)
        : Outcome.refused(
            RefusalCode.DISPATCH_FENCE_STALE, "the lease ended and the dispatch went on without");
  }
}
