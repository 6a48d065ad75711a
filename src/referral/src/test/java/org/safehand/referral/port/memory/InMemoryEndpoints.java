package org.safehand.referral.port.memory;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.packaging.sample.TestAuthority;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.registry.RegisteredAgency;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.registry.Registry;

/** A registry that use cases change in units of work, and tests as they like. */
public final class InMemoryEndpoints implements Registries, InMemoryUnitOfWork.Part {
  private final Runnable within;
  private volatile Registry registry;

  /** Without authorities: where a test says itself how certificates stand. */
  public InMemoryEndpoints(List<Agency> agencies) {
    this(agencies, List.of());
  }

  public InMemoryEndpoints(List<Agency> agencies, List<CertificateAuthority> authorities) {
    this.registry = Registry.first(agencies, authorities);
    this.within = () -> {};
  }

  /** One that takes part in {@code unit}. */
  public InMemoryEndpoints(InMemoryUnitOfWork unit, List<Agency> agencies) {
    this.registry = Registry.first(agencies, List.of());
    this.within = unit::require;
    unit.add(this);
  }

  @Override
  public Registry now() {
    return registry;
  }

  @Override
  public Registry alone() {
    within.run();
    return registry;
  }

  @Override
  public void save(Registry next) {
    within.run();
    if (next.revision() != registry.revision() + 1) {
      throw new StaleRevisionException("registry");
    }
    registry = next;
  }

  @Override
  public Runnable keep() {
    Registry before = registry;
    return () -> registry = before;
  }

  /** Those of the agencies whose ids are among {@code ids}. */
  public List<Agency> named(List<String> ids) {
    return agencies().stream().filter(it -> ids.contains(it.id().value())).toList();
  }

  /** All agencies but {@code id} are gone. */
  public void keepOnly(String id) {
    agencies(it -> it.id().value().equals(id), UnaryOperator.identity());
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

  /** The agency {@code id} receives at another endpoint, which is otherwise alike. */
  public void receiveAt(String id, String endpoint) {
    changeOf(
        id,
        it ->
            new Endpoint(
                endpoint,
                it.channel(),
                it.address(),
                it.encryptionCertificates(),
                it.receiptCertificates(),
                it.machineCertificates(),
                it.tlsCa(),
                it.signer(),
                it.maxBytes()));
  }

  /** A release to the agency {@code id} takes two supervisors from now on, or not any more. */
  public void highRisk(String id, boolean highRisk) {
    agencies(
        it -> true,
        it ->
            it.id().value().equals(id)
                ? new Agency(it.id(), it.name(), it.country(), it.endpoints(), highRisk)
                : it);
  }

  /** The agency {@code id} signs its receipts with the keys of these. */
  public void signBy(String id, X509Certificate... certificates) {
    changeOf(
        id, it -> endpoint(it, it.encryptionCertificates(), List.of(certificates), it.maxBytes()));
  }

  private void changeOf(String id, UnaryOperator<Endpoint> change) {
    agencies(it -> true, it -> it.id().value().equals(id) ? changed(it, change) : it);
  }

  private void change(UnaryOperator<Endpoint> change) {
    agencies(it -> true, it -> changed(it, change));
  }

  private void agencies(Predicate<Agency> stays, UnaryOperator<Agency> change) {
    registry =
        new Registry(
            registry.revision(),
            registry.agencies().stream()
                .filter(entry -> stays.test(entry.agency()))
                .map(entry -> new RegisteredAgency(change.apply(entry.agency()), entry.revision()))
                .toList(),
            registry.authorities(),
            registry.authoritiesRevision());
  }

  private static Agency changed(Agency it, UnaryOperator<Endpoint> change) {
    return it.receivingAt(it.endpoints().stream().map(change).toList());
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
