package org.safehand.systemtests.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An agency that a release takes two supervisors for, and that receives as another one does. Once
 * registered it stays in the registry, where the tests that come after on this platform find it.
 */
public final class HighRisk {
  public static final String AGENCY = "AG-X-009";

  private static final String LIKE = "AG-S-002";

  private HighRisk() {}

  /** It stands in the registry when this returns. */
  public static synchronized void register(RunningGateway gateway) throws Exception {
    Registration registration = new Registration(gateway);
    for (JsonNode known : gateway.supervisor().get("/api/v1/agencies").json().path("items")) {
      if (known.path("id").asText().equals(AGENCY)) {
        return;
      }
    }
    ObjectNode agency = registration.entry(LIKE).path("agency").deepCopy();
    agency.put("id", AGENCY).put("name", "Example Police Abroad").put("highRisk", true);
    // a machine is known by its certificate, and is of one agency
    ((ObjectNode) agency.at("/endpoints/0")).remove("machineCertificates");
    registration.add(agency);
  }
}
