package org.safehand.referral.endpoint;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.id.AgencyId;

/**
 * An agency that referrals can be released to.
 *
 * @param id its name in the registry
 * @param name for people
 * @param country ISO 3166-1 alpha-2
 * @param endpoints at least one; the first is used, the others are for what comes later
 * @param highRisk that a release to it takes two supervisors
 */
public record Agency(
    AgencyId id, String name, String country, List<Endpoint> endpoints, boolean highRisk) {
  /** Copies the list; refuses none, and two endpoints of one name. */
  public Agency {
    requireNonNull(id, "id is null");
    requireNonNull(name, "name is null");
    requireNonNull(country, "country is null");
    endpoints = List.copyOf(endpoints);
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("an agency has at least one endpoint");
    }
    if (endpoints.stream().map(Endpoint::id).distinct().count() != endpoints.size()) {
      throw new IllegalArgumentException("an endpoint is named twice");
    }
  }

  /** One that a single supervisor releases to. */
  public Agency(AgencyId id, String name, String country, List<Endpoint> endpoints) {
    this(id, name, country, endpoints, false);
  }

  /** The same that receives at {@code these}. */
  public Agency receivingAt(List<Endpoint> these) {
    return new Agency(id, name, country, these, highRisk);
  }

  /** The same as its own people are told of it: not what the hotline thinks of it. */
  public Agency forItself() {
    return new Agency(id, name, country, endpoints);
  }

  /** Where it receives. */
  public Endpoint primary() {
    return endpoints.get(0);
  }

  /** The endpoint named {@code endpointId}, if it is one of this agency's. */
  public Optional<Endpoint> endpoint(String endpointId) {
    return endpoints.stream().filter(endpoint -> endpoint.id().equals(endpointId)).findFirst();
  }
}
