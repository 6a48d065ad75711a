package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;

/** A registry of fixed agencies. */
public final class InMemoryEndpoints implements EndpointRegistry {
  private final List<Agency> agencies;

  public InMemoryEndpoints(List<Agency> agencies) {
    this.agencies =
        agencies.stream().sorted(Comparator.comparing(agency -> agency.id().value())).toList();
  }

  @Override
  public List<Agency> agencies() {
    return agencies;
  }

  @Override
  public Optional<Agency> agency(AgencyId id) {
    return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
  }
}
