package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.query.DispatchCount;
import org.safehand.referral.refusal.Outcome;

/**
 * Tells how many dispatches there are, to whoever sees that they come and go without seeing a case.
 * It tells nothing of a case, so it is no event.
 */
public final class CountDispatches {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Dispatches dispatches;

  /** Wires the use case. */
  public CountDispatches(Attempts attempts, CaseAccess access, Dispatches dispatches) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
  }

  /** The counts, by agency and state; states in which there is none are left out. */
  public Outcome<List<DispatchCount>> count(Actor actor) {
    return attempts.inOneUnit(
        actor,
        Operation.READ_DISPATCH,
        attempt ->
            access
                .admitToCount(actor, Operation.READ_DISPATCH)
                .map(admitted -> dispatches.counts()));
  }
}
