package org.safehand.referral.query;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.id.AgencyId;
import org.safehand.referral.transfer.DispatchState;

/**
 * How many dispatches to an agency are in a state.
 *
 * @param count more than 0
 */
public record DispatchCount(AgencyId agency, DispatchState state, long count) {
  /** Refuses nulls, and a count that says nothing. */
  public DispatchCount {
    requireNonNull(agency, "agency is null");
    requireNonNull(state, "state is null");
    if (count < 1) {
      throw new IllegalArgumentException("count is not positive: " + count);
    }
  }
}
