package org.safehand.store.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.recipient.RecipientException;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.endpoint.CertificateAuthority;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/**
 * The endpoint registry in a JSON file, read once and whole: one wrong line and there is no
 * registry, so that nothing is sent by half of one.
 */
public final class EndpointRegistryFile implements EndpointRegistry {
  /** Endpoints have lists of certificates since version 2, and had one for each purpose before. */
  private static final long VERSION = 2;

  private static final Set<String> TOP = Set.of("agencies", "authorities", "version");
  private static final Set<String> AGENCY = Set.of("country", "endpoints", "id", "name");

  private final Map<String, Agency> agencies;
  private final List<CertificateAuthority> authorities;

  private EndpointRegistryFile(
      SortedMap<String, Agency> agencies, List<CertificateAuthority> authorities) {
    this.agencies = agencies;
    this.authorities = List.copyOf(authorities);
  }

  /**
   * The registry in {@code file}.
   *
   * @throws StoreException {@link StoreCode#REGISTRY_UNREADABLE} unless all of it is well-formed
   */
  public static EndpointRegistryFile read(Path file) {
    try {
      return parse(Jcs.requireObject(Jcs.readAnyLayout(Files.readAllBytes(file))));
    } catch (IOException
        | JsonException
        | RecipientException
        | CertificateException
        | IllegalArgumentException e) {
      throw new StoreException(StoreCode.REGISTRY_UNREADABLE, file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<Agency> agencies() {
    return List.copyOf(agencies.values());
  }

  @Override
  public Optional<Agency> agency(AgencyId id) {
    return Optional.ofNullable(agencies.get(id.value()));
  }

  @Override
  public List<CertificateAuthority> authorities() {
    return authorities;
  }

  private static EndpointRegistryFile parse(JsonObject json)
      throws JsonException, RecipientException, CertificateException {
    json.requireOnly(TOP);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    SortedMap<String, Agency> agencies = new TreeMap<>();
    for (JsonObject entry : json.array("agencies").objects()) {
      Agency agency = agency(entry);
      if (agencies.put(agency.id().value(), agency) != null) {
        throw entry.fault("id", "named twice");
      }
    }
    requireMachinesOfOneAgency(agencies.values());
    List<CertificateAuthority> authorities = new ArrayList<>();
    for (JsonObject entry : json.array("authorities").objects()) {
      authorities.add(AuthorityEntry.authority(entry));
    }
    return new EndpointRegistryFile(agencies, authorities);
  }

  /** A machine is known by its certificate, so that certificate says of which agency it is. */
  private static void requireMachinesOfOneAgency(Collection<Agency> agencies) {
    Set<X509Certificate> known = new HashSet<>();
    for (Agency agency : agencies) {
      Set<X509Certificate> machines = new HashSet<>();
      agency.endpoints().forEach(endpoint -> machines.addAll(endpoint.machineCertificates()));
      if (!Collections.disjoint(known, machines)) {
        throw new IllegalArgumentException("one machine is of two agencies");
      }
      known.addAll(machines);
    }
  }

  private static Agency agency(JsonObject json)
      throws JsonException, RecipientException, CertificateException {
    json.requireOnly(AGENCY);
    List<Endpoint> endpoints = new ArrayList<>();
    for (JsonObject entry : json.array("endpoints").objects()) {
      endpoints.add(EndpointEntry.endpoint(entry));
    }
    return new Agency(
        new AgencyId(json.string("id")), json.string("name"), json.string("country"), endpoints);
  }
}
