package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.referral.document.Faults;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/** Finds the recipients that a release names; all of them, or none. */
final class Recipients {
  private final EndpointRegistry registry;

  Recipients(EndpointRegistry registry) {
    this.registry = requireNonNull(registry, "registry is null");
  }

  Outcome<List<Agency>> find(List<String> names) {
    Faults faults = new Faults();
    if (names.isEmpty()) {
      faults.add("/recipients", RefusalCode.RELEASE_UNKNOWN_RECIPIENT, "names nobody");
    }
    List<Agency> agencies = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<Agency> agency = find(names.get(i));
      if (agency.isEmpty() || !seen.add(names.get(i))) {
        faults.add(
            "/recipients/" + i,
            RefusalCode.RELEASE_UNKNOWN_RECIPIENT,
            agency.isEmpty() ? "is not in the endpoint registry" : "is named twice");
      }
      agency.ifPresent(agencies::add);
    }
    return faults.found().isEmpty()
        ? Outcome.done(agencies)
        : Outcome.refused(Refusal.of(faults.found()));
  }

  private Optional<Agency> find(String name) {
    return AgencyId.isWellFormed(name) ? registry.agency(new AgencyId(name)) : Optional.empty();
  }
}
