package org.safehand.referral.port.memory;

import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    change(it -> endpoint(it, it.encryptionCertificates(), it.receiptCertificates(), maxBytes));
  }

  /** The agency {@code id} receives with these. */
  public void encryptTo(String id, RecipientCertificate... certificates) {
    changeOf(
        id, it -> endpoint(it, List.of(certificates), it.receiptCertificates(), it.maxBytes()));
  }

  /** Packages for {@code id} are encrypted to {@code recipient} from now on. */
  public void encryptTo(String id, TestAuthority recipient) {
    encryptTo(id, certificate(recipient));
  }

  private static RecipientCertificate certificate(TestAuthority recipient) {
    try {
      return RecipientCertificate.of(recipient.certificate());
    } catch (RecipientException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The agency {@code id} signs its receipts with the keys of these. */
  public void signBy(String id, X509Certificate... certificates) {
    changeOf(
        id, it -> endpoint(it, it.encryptionCertificates(), List.of(certificates), it.maxBytes()));
  }

  private void changeOf(String id, UnaryOperator<Endpoint> change) {
    agencies =
        agencies.stream()
            .map(agency -> agency.id().value().equals(id) ? changed(agency, change) : agency)
            .toList();
  }

  private void change(UnaryOperator<Endpoint> change) {
    agencies = agencies.stream().map(agency -> changed(agency, change)).toList();
  }

  private static Agency changed(Agency it, UnaryOperator<Endpoint> change) {
    return new Agency(
        it.id(), it.name(), it.country(), it.endpoints().stream().map(change).toList());
  }

  private static Endpoint endpoint(
      Endpoint it,
      List<RecipientCertificate> encryption,
      List<X509Certificate> receipts,
      long maxBytes) {
    return new Endpoint(
        it.id(),
        it.channel(),
        it.address(),
        encryption,
        receipts,
        it.machineCertificates(),
        it.tlsCa(),
        it.signer(),
        maxBytes);
  }
}
