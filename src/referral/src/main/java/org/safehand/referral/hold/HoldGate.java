package org.safehand.referral.hold;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.function.Supplier;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * The gate before everything that is handed to an agency: it is shut while the agency is held back.
 * Passed within the unit of work of the act, so that of an act and a hold at the same time one
 * comes first: either the act is done before anybody is told that the agency is held, or not at
 * all.
 */
public final class HoldGate {
  private final Holds holds;

  /** Asks {@code holds} each time. */
  public HoldGate(Holds holds) {
    this.holds = requireNonNull(holds, "holds is null");
  }

  /**
   * The agencies that are held back, as last committed; not why, and not by whom. Told to whoever
   * sees an agency or a dispatch already.
   */
  public Set<AgencyId> held() {
    return holds.standing().stream().map(StandingHold::agency).collect(toUnmodifiableSet());
  }

  /** Whether nothing may be handed to {@code agency}, until the unit of work ends. */
  public boolean isShut(AgencyId agency) {
    return holds.share(agency).isPresent();
  }

  /** What {@code work} gives if {@code agency} is not held back. */
  public <T> Outcome<T> whenOpen(AgencyId agency, Supplier<Outcome<T>> work) {
    return isShut(agency)
        ? Outcome.refused(
            RefusalCode.AGENCY_HELD_BACK, "nothing is handed to " + agency + " until it is lifted")
        : work.get();
  }
}
