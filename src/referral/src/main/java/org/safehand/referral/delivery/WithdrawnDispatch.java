package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.referral.transfer.DispatchState;

/**
 * A dispatch whose release was taken back before anything of it was sent; final. By whom and why is
 * in the custody log.
 *
 * @param at when
 */
public record WithdrawnDispatch(DispatchOrder order, Instant at) implements Dispatch {
  /** Refuses nulls. */
  public WithdrawnDispatch {
    requireNonNull(order, "order is null");
    requireNonNull(at, "at is null");
  }

  @Override
  public DispatchState state() {
    return DispatchState.WITHDRAWN;
  }
}
