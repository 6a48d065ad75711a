package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.safehand.packaging.recipient.RecipientCertificate;
import org.safehand.referral.access.Role;
import org.safehand.referral.change.AddAgencyKey;
import org.safehand.referral.change.RegistryChange;
import org.safehand.referral.change.SetAgency;
import org.safehand.referral.change.SetAuthorities;
import org.safehand.referral.document.Faults;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.enrolment.KeyChallenges;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Founders;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.registry.Registries;
import org.safehand.referral.registry.Registry;

/** Whether the registry may be changed so: as long as it is as the proposer had read it. */
final class RegistryRules {
  private final Bindings bindings;
  private final Registries registries;
  private final Clock clock;
  private final KeyRules keys;

  RegistryRules(Bindings bindings, Registries registries, KeyChallenges challenges, Clock clock) {
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.registries = requireNonNull(registries, "registries is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.keys = new KeyRules(challenges, clock);
  }

  /** {@code change}, if it fits the registry as it is now. */
  Outcome<RegistryChange> proposable(RegistryChange change) {
    Registry now = registries.now();
    return byPairs(change)
        .then(same -> fitting(same, now))
        .then(same -> sound(same, now))
        .then(same -> enrollable(same, key -> keys.proposable(key, now)));
  }

  /** {@code change}, if nobody has changed what it changes meanwhile; nobody does from here on. */
  Outcome<RegistryChange> approvable(RegistryChange change) {
    Registry now = registries.alone();
    return byPairs(change)
        .then(
            same ->
                fitting(same, now)
                    .fold(
                        Outcome::done,
                        refusal ->
                            Outcome.refused(
                                RefusalCode.PROPOSAL_OVERTAKEN,
                                "the registry is not as the proposer had read it")))
        .then(same -> sound(same, now))
        .then(same -> enrollable(same, key -> keys.approvable(key, now)));
  }

  /** {@code change}, if there are two supervisors, as for everything that two people do. */
  <T> Outcome<T> byPairs(T change) {
    return bindings.active(Role.RELEASE_SUPERVISOR) < Founders.PAIR
        ? Outcome.refused(
            RefusalCode.SECOND_PERSON_MISSING, "there are fewer than two active supervisors")
        : Outcome.done(change);
  }

  private static Outcome<RegistryChange> fitting(RegistryChange change, Registry now) {
    long standing = change.standing(now);
    if (standing == change.read()) {
      return Outcome.done(change);
    }
    if (change.read() == 0) {
      return Outcome.refused(
          RefusalCode.AGENCY_KNOWN_ALREADY, "an agency of this name is registered");
    }
    return standing == 0
        ? Outcome.refused(RefusalCode.AGENCY_NOT_FOUND, "no agency of this name is registered")
        : Outcome.refused(
            RefusalCode.REVISION_CONFLICT, "it was changed since revision " + change.read());
  }

  /** What comes of it contradicts nothing, and no certificate is registered that is over. */
  private Outcome<RegistryChange> sound(RegistryChange change, Registry now) {
    Faults faults = new Faults();
    try {
      requireNonNull(change.next(now), "next is null");
    } catch (IllegalArgumentException contradiction) {
      faults.add(
          change instanceof SetAgency ? "/agency" : "",
          RefusalCode.VALUE_INVALID,
          String.valueOf(contradiction.getMessage()));
    }
    if (change instanceof SetAgency set) {
      Set<X509Certificate> known = new HashSet<>();
      now.agency(set.agency().id())
          .ifPresent(
              entry -> entry.agency().endpoints().forEach(it -> known.addAll(all(it).toList())));
      List<Endpoint> endpoints = set.agency().endpoints();
      for (int i = 0; i < endpoints.size(); i++) {
        endpoint(endpoints.get(i), "/agency/endpoints/" + i, known, faults);
      }
    } else if (change instanceof SetAuthorities set) {
      List<X509Certificate> certificates = certificates(set.authorities());
      Set<X509Certificate> known = new HashSet<>(certificates(now.authorities()));
      for (int i = 0; i < certificates.size(); i++) {
        notOver(certificates.get(i), "/authorities/" + i + "/certificate", known, faults);
      }
    }
    return faults.found().isEmpty()
        ? Outcome.done(change)
        : Outcome.refused(Refusal.of(faults.found()));
  }

  private static Outcome<RegistryChange> enrollable(
      RegistryChange change, Function<AddAgencyKey, Outcome<AddAgencyKey>> rules) {
    return change instanceof AddAgencyKey key
        ? rules.apply(key).map(RegistryChange.class::cast)
        : Outcome.done(change);
  }

  private void endpoint(Endpoint endpoint, String at, Set<X509Certificate> known, Faults faults) {
    each(encryption(endpoint), at + "/encryptionCertificates", known, faults);
    each(endpoint.receiptCertificates(), at + "/receiptCertificates", known, faults);
    each(endpoint.machineCertificates(), at + "/machineCertificates", known, faults);
    notOver(endpoint.tlsCa(), at + "/tlsCa", known, faults);
  }

  private void each(
      List<X509Certificate> certificates, String at, Set<X509Certificate> known, Faults faults) {
    for (int i = 0; i < certificates.size(); i++) {
      notOver(certificates.get(i), at + "/" + i, known, faults);
    }
  }

  /** What stands there already may be over, so that a change of something else is not held up. */
  private void notOver(
      X509Certificate certificate, String at, Set<X509Certificate> known, Faults faults) {
    Instant until = certificate.getNotAfter().toInstant();
    if (!known.contains(certificate) && clock.instant().isAfter(until)) {
      faults.add(at, RefusalCode.VALUE_INVALID, "is a certificate that is over");
    }
  }

  private static Stream<X509Certificate> all(Endpoint endpoint) {
    return Stream.of(
            encryption(endpoint),
            endpoint.receiptCertificates(),
            endpoint.machineCertificates(),
            List.of(endpoint.tlsCa()))
        .flatMap(List::stream);
  }

  private static List<X509Certificate> encryption(Endpoint endpoint) {
    return endpoint.encryptionCertificates().stream()
        .map(RecipientCertificate::certificate)
        .toList();
  }

  private static List<X509Certificate> certificates(List<CertificateAuthority> authorities) {
    return authorities.stream().map(CertificateAuthority::certificate).toList();
  }
}
