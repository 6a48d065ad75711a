package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api;
import org.safehand.systemtests.gateway.Api.Answer;
import org.safehand.systemtests.gateway.Await;

/**
 * Tokens of a machine that are wrong in one thing alone, at the machine door and with the machine's
 * own certificate: each of them is shown at each operation of the contract, and none is accepted.
 */
class MachineTokenIT {
  private static final String ME = "/api/v1/me";

  private final Keycloak keycloak = new Keycloak();
  private final Machines machines = new Machines();
  private final Api machine = machines.showing(machines.northsKey(), () -> "");

  @Test
  void token_wrongInOneThing_isAcceptedNowhere() throws Exception {
    String genuine = machines.northsToken();
    Mint mint = Mint.in(keycloak);
    try {
      String good = "Bearer " + ForgedTokens.good(mint, genuine);
      Await.until(
          "the gateway knows the key", Duration.ofSeconds(60), () -> ask(ME, good).status() == 200);
      Map<String, String> forged = forged(mint, genuine);
      assertThat(forged).hasSizeGreaterThan(60);
      assertThat(Doors.ofTheApi(machine).openedBy(forged)).isEmpty();
      assertThat(ask(ME, good).status()).as("the good one, after that").isEqualTo(200);
    } finally {
      mint.takeAway();
    }
  }

  private Map<String, String> forged(Mint mint, String genuine) throws Exception {
    Map<String, String> all =
        new LinkedHashMap<>(ForgedTokens.of(mint, genuine, keycloak.webSecret()));
    // what is wrong with a person's token and right with a machine's: its client, and that it has
    // no level
    all.keySet()
        .removeIf(
            what ->
                what.equals("issued to safehand-machine-north")
                    || what.startsWith("at level")
                    || what.equals("at no level"));
    ObjectNode claims = (ObjectNode) Keycloak.claims(genuine);
    Forging forging = new Forging(mint, claims, all);
    forging.add("bound to nothing", it -> it.remove("cnf"));
    forging.add("bound to an empty thing", it -> it.putObject("cnf"));
    forging.add("bound to another kind of key", it -> it.putObject("cnf").put("jkt", "x"));
    forging.add(
        "bound to another certificate", it -> it.putObject("cnf").put("x5t#S256", "A".repeat(43)));
    forging.add(
        "bound to a list of certificates",
        it ->
            it.putObject("cnf")
                .putArray("x5t#S256")
                .add(claims.path("cnf").path("x5t#S256").asText()));
    forging.add(
        "bound by a text", it -> it.put("cnf", claims.path("cnf").path("x5t#S256").asText()));
    forging.add("of another agency", it -> it.putArray("agency_id").add("AG-S-002"));
    forging.add("of two agencies", it -> it.putArray("agency_id").add("AG-N-001").add("AG-S-002"));
    forging.add("of no agency", it -> it.remove("agency_id"));
    forging.add("of a person", it -> it.put("preferred_username", "liaison-north"));
    forging.add("of another machine", it -> it.put("azp", "safehand-machine-south"));
    forging.add("of the hotline's machine", it -> it.put("azp", "safehand-intake"));
    return all;
  }

  /** Adds tokens with one claim changed. */
  private record Forging(Mint mint, ObjectNode claims, Map<String, String> all) {
    void add(String what, Consumer<ObjectNode> change) throws Exception {
      ObjectNode other = claims.deepCopy();
      change.accept(other);
      all.put(what, "Bearer " + mint.signed(mint.header(), other));
    }
  }

  private Answer ask(String path, String authorization) throws Exception {
    return machine.send(
        machine.to(path).setHeader("Accept", "*/*").header("Authorization", authorization).GET());
  }
}
