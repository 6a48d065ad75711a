package org.safehand.referral.hold;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;

/** Where it is kept which agencies are held back, for every node. */
public interface Holds {
  /** The holds that stand as last committed, in the order of agencies. */
  List<StandingHold> standing();

  /** What was last said about {@code agency}, as committed. */
  Optional<AgencyHold> find(AgencyId agency);

  /**
   * The hold of {@code agency} that stands, if one does. Until the running unit of work ends nobody
   * holds the agency back or lifts it; others may share that.
   */
  Optional<StandingHold> share(AgencyId agency);

  /**
   * What was last said about {@code agency}. Until the running unit of work ends nobody else shares
   * or changes it; whoever does now is waited for.
   */
  Optional<AgencyHold> alone(AgencyId agency);

  /**
   * Keeps {@code next} in the place of what was said before. Within a unit of work.
   *
   * @throws StaleRevisionException if that was at another revision than the one just before
   */
  void save(AgencyHold next);
}
