package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;

/** A registry of agencies that a test changes. */
public final class InMemoryEndpoints implements EndpointRegistry {
  private volatile List<Agency> agencies;

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

  /** All agencies but {@code id} are gone. */
  public void keepOnly(String id) {
    agencies = agencies.stream().filter(agency -> agency.id().value().equals(id)).toList();
  }

  /** No endpoint takes more than {@code maxBytes}. */
  public void limit(long maxBytes) {
    agencies = agencies.stream().map(agency -> limited(agency, maxBytes)).toList();
  }

  private static Agency limited(Agency it, long maxBytes) {
    return new Agency(
        it.id(),
        it.name(),
        it.country(),
        it.endpoints().stream()
            .map(
                endpoint ->
                    new Endpoint(
                        endpoint.id(),
                        endpoint.channel(),
                        endpoint.address(),
                        endpoint.encryptionCertificate(),
                        endpoint.receiptCertificate(),
                        endpoint.tlsCa(),
                        endpoint.signer(),
                        maxBytes))
            .toList());
  }
}
