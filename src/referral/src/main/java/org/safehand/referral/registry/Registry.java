package org.safehand.referral.registry;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;

/**
 * The endpoint registry at one revision.
 *
 * @param revision counts its changes; the first one is 1
 * @param agencies in the order of their ids, each once
 * @param authorities under which recipients stand
 * @param authoritiesRevision that of the registry since which the authorities are these
 */
public record Registry(
    long revision,
    List<RegisteredAgency> agencies,
    List<CertificateAuthority> authorities,
    long authoritiesRevision) {
  private static final Comparator<RegisteredAgency> BY_ID =
      Comparator.comparing(entry -> entry.agency().id().value());

  /**
   * Copies and orders the lists.
   *
   * @throws IllegalArgumentException if an agency is named twice, or a machine is of two agencies:
   *     it is known by its certificate alone
   */
  public Registry {
    agencies = agencies.stream().sorted(BY_ID).toList();
    authorities = List.copyOf(authorities);
    if (agencies.stream().map(entry -> entry.agency().id()).distinct().count() != agencies.size()) {
      throw new IllegalArgumentException("an agency is named twice");
    }
    requireMachinesOfOneAgency(agencies);
  }

  /** The first one. */
  public static Registry first(List<Agency> agencies, List<CertificateAuthority> authorities) {
    return new Registry(
        1,
        agencies.stream().map(agency -> new RegisteredAgency(agency, 1)).toList(),
        authorities,
        1);
  }

  /** The agency named {@code id}, if it is registered. */
  public Optional<RegisteredAgency> agency(AgencyId id) {
    return agencies.stream().filter(entry -> entry.agency().id().equals(id)).findFirst();
  }

  /** Since which revision the agency named {@code id} stands as it does; 0 when it does not. */
  public long revisionOf(AgencyId id) {
    return agency(id).map(RegisteredAgency::revision).orElse(0L);
  }

  /** The next one, in which {@code agency} stands, new or in the place of the one of its name. */
  public Registry with(Agency agency) {
    List<RegisteredAgency> next = others(agency.id());
    next.add(new RegisteredAgency(agency, revision + 1));
    return new Registry(revision + 1, next, authorities, authoritiesRevision);
  }

  /** The next one, without the agency named {@code id}. */
  public Registry without(AgencyId id) {
    return new Registry(revision + 1, others(id), authorities, authoritiesRevision);
  }

  /** The next one, with these authorities and no others. */
  public Registry with(List<CertificateAuthority> these) {
    return new Registry(revision + 1, agencies, these, revision + 1);
  }

  private List<RegisteredAgency> others(AgencyId id) {
    List<RegisteredAgency> others = new ArrayList<>(agencies);
    others.removeIf(entry -> entry.agency().id().equals(id));
    return others;
  }

  private static void requireMachinesOfOneAgency(List<RegisteredAgency> agencies) {
    Map<X509Certificate, AgencyId> known = new HashMap<>();
    for (RegisteredAgency entry : agencies) {
      for (Endpoint endpoint : entry.agency().endpoints()) {
        for (X509Certificate machine : endpoint.machineCertificates()) {
          AgencyId id = entry.agency().id();
          if (!known.computeIfAbsent(machine, it -> id).equals(id)) {
            throw new IllegalArgumentException("one machine is of two agencies");
          }
        }
      }
    }
  }
}
