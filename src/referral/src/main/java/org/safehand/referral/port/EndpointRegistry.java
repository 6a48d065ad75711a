package org.safehand.referral.port;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.id.AgencyId;

/** The agencies to which anything may be sent, and nothing else. */
public interface EndpointRegistry {
  /** All agencies, in the order of their ids. */
  List<Agency> agencies();

  /** The agency named {@code id}, if it is registered. */
  Optional<Agency> agency(AgencyId id);

  /** The authorities under which recipients' certificates stand, roots among them. */
  List<CertificateAuthority> authorities();
}
