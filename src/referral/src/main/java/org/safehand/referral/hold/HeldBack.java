package org.safehand.referral.hold;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.WithdrawnDispatch;
import org.safehand.referral.id.AgencyId;

/**
 * Tells whoever sees an agency or a dispatch already that it is held back; not why, and not by
 * whom.
 */
public final class HeldBack {
  private final Holds holds;

  /** Asks {@code holds} each time. */
  public HeldBack(Holds holds) {
    this.holds = requireNonNull(holds, "holds is null");
  }

  /** Those of {@code agencies} that are held back, in their order. */
  public List<AgencyId> among(List<AgencyId> agencies) {
    List<AgencyId> held = holds.standing().stream().map(StandingHold::agency).toList();
    return agencies.stream().filter(held::contains).toList();
  }

  /** Those of {@code dispatches} that are not over and whose agency is held back. */
  public List<Dispatch> waiting(List<? extends Dispatch> dispatches) {
    List<AgencyId> held =
        among(dispatches.stream().map(dispatch -> dispatch.order().agency()).toList());
    return dispatches.stream()
        .filter(dispatch -> !isOver(dispatch) && held.contains(dispatch.order().agency()))
        .map(Dispatch.class::cast)
        .toList();
  }

  private static boolean isOver(Dispatch dispatch) {
    return dispatch instanceof DeliveredDispatch
        || dispatch instanceof SupersededDispatch
        || dispatch instanceof WithdrawnDispatch;
  }
}
