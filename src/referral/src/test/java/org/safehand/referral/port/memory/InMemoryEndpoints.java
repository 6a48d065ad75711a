package org.safehand.referral.port.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;

/** A registry of agencies that a test changes. */
public final class InMemoryEndpoints implements EndpointRegistry {
  private final List<CertificateAuthority> authorities;
  private volatile List<Agency> agencies;

  /** Without authorities: where a test says itself how certificates stand. */
  public InMemoryEndpoints(List<Agency> agencies) {
    this(agencies, List.of());
  }

  public InMemoryEndpoints(List<Agency> agencies, List<CertificateAuthority> authorities) {
    this.authorities = List.copyOf(authorities);
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

  @Override
  public List<CertificateAuthority> authorities() {
    return authorities;
  }

  /** All agencies but {@code id} are gone. */
  public void keepOnly(String id) {
    agencies = agencies.stream().filter(agency -> agency.id().value().equals(id)).toList();
  }

  /** No endpoint takes more than {@code maxBytes}. */
  public void limit(long maxBytes) {
    agencies =
        agencies.stream()
            .map(agency -> changed(agency, Optional.empty(), Optional.of(maxBytes)))
            .toList();
  }

  /** Packages for {@code id} are encrypted to {@code recipient} from now on. */
  public void encryptTo(String id, TestAuthority recipient) {
    agencies =
        agencies.stream()
            .map(
                agency ->
                    agency.id().value().equals(id)
                        ? changed(agency, Optional.of(certificate(recipient)), Optional.empty())
                        : agency)
            .toList();
  }

  private static RecipientCertificate certificate(TestAuthority recipient) {
    try {
      return RecipientCertificate.of(recipient.certificate());
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Agency changed(
      Agency it, Optional<RecipientCertificate> recipient, Optional<Long> maxBytes) {
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
                        recipient.orElse(endpoint.encryptionCertificate()),
                        endpoint.receiptCertificate(),
                        endpoint.tlsCa(),
                        endpoint.signer(),
                        maxBytes.orElse(endpoint.maxBytes())))
            .toList());
  }
}
