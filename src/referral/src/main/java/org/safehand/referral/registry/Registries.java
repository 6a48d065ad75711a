package org.safehand.referral.registry;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;

/**
 * Where the registry is kept. Whoever asks gets the one that was committed last, on every node and
 * from the moment on in which it was.
 */
public interface Registries extends EndpointRegistry {
  /** The registry as last committed; within a unit of work that changed it, as it is there. */
  Registry now();

  /**
   * The registry, which nobody else changes before the running unit of work ends; of two that ask
   * at the same time one waits.
   */
  Registry alone();

  /**
   * Puts {@code next} in the place of the registry of the revision before. Within a unit of work.
   *
   * @throws StaleRevisionException if it is at another revision
   */
  void save(Registry next);

  @Override
  default List<Agency> agencies() {
    return now().agencies().stream().map(RegisteredAgency::agency).toList();
  }

  @Override
  default Optional<Agency> agency(AgencyId id) {
    return now().agency(id).map(RegisteredAgency::agency);
  }

  @Override
  default List<CertificateAuthority> authorities() {
    return now().authorities();
  }
}
