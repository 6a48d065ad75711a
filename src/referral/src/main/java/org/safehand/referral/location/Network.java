package org.safehand.referral.location;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Where a location is in the network.
 *
 * @param ip the address observed
 * @param port the port observed
 * @param hoster who hosts it
 * @param asn autonomous system number
 * @param country ISO 3166-1 alpha-2, or XX when unknown
 * @param cdn whether a delivery network stands before it
 * @param registrar of the domain
 * @param registry of the top-level domain
 * @param nameServers of the domain
 */
public record Network(
    Optional<String> ip,
    Optional<Long> port,
    Optional<String> hoster,
    Optional<Long> asn,
    String country,
    boolean cdn,
    Optional<String> registrar,
    Optional<String> registry,
    List<String> nameServers) {
  /** Copies the lists. */
  public Network {
    requireNonNull(ip, "ip is null");
    requireNonNull(port, "port is null");
    requireNonNull(hoster, "hoster is null");
    requireNonNull(asn, "asn is null");
    requireNonNull(country, "country is null");
    requireNonNull(registrar, "registrar is null");
    requireNonNull(registry, "registry is null");
    nameServers = List.copyOf(nameServers);
  }
}
