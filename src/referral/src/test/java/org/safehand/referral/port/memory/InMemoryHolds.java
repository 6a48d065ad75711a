package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;

/** Holds in memory. Units of work run one at a time, so each is alone. */
public final class InMemoryHolds implements Holds {
  private final Shelf<AgencyId, AgencyHold> holds;

  public InMemoryHolds(InMemoryUnitOfWork unit) {
    this.holds = new Shelf<>(unit);
  }

  @Override
  public List<StandingHold> standing() {
    return holds.all().values().stream()
        .filter(StandingHold.class::isInstance)
        .map(StandingHold.class::cast)
        .sorted(Comparator.comparing(hold -> hold.agency().value()))
        .toList();
  }

  @Override
  public Optional<AgencyHold> find(AgencyId agency) {
    return holds.find(agency);
  }

  @Override
  public Optional<StandingHold> share(AgencyId agency) {
    holds.unit().require();
    return holds.find(agency).filter(StandingHold.class::isInstance).map(StandingHold.class::cast);
  }

  @Override
  public Optional<AgencyHold> alone(AgencyId agency) {
    holds.unit().require();
    return holds.find(agency);
  }

  @Override
  public void save(AgencyHold next) {
    long before = holds.find(next.agency()).map(AgencyHold::revision).orElse(0L);
    if (before != next.revision() - 1) {
      throw new StaleRevisionException(next.agency());
    }
    holds.put(next.agency(), next);
  }
}
