package org.safehand.systemtests.gateway;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.safehand.systemtests.gateway.Api.Answer;

/** Holds an agency back, and lifts that, for tests of what comes of it. */
public final class AgencyHold {
  static final String HOLDS = "/api/v1/holds";

  private static final String LIFTED = "the test is over";

  private final RunningGateway gateway;
  private final String agency;

  private AgencyHold(RunningGateway gateway, String agency) {
    this.gateway = requireNonNull(gateway, "gateway is null");
    this.agency = requireNonNull(agency, "agency is null");
  }

  /** Of {@code agency}. */
  public static AgencyHold of(RunningGateway gateway, String agency) {
    return new AgencyHold(gateway, agency);
  }

  /** Held back by an administrator; the entity tag of the hold. */
  public String hold() throws Exception {
    Answer held = put(gateway.administrator(), "wrong key");
    assertThat(held.status()).as(held.text()).isEqualTo(200);
    return held.header("ETag");
  }

  /** Lifted by a supervisor, whose step-up is there already; nothing where nothing is held. */
  public void lift() throws Exception {
    for (JsonNode hold : gateway.supervisor().get(HOLDS).json().path("items")) {
      if (hold.path("agency").asText().equals(agency)) {
        String etag = "\"v" + hold.path("revision").asLong() + "\"";
        new Grants(gateway).keep("supervisor1", stepUp(etag, LIFTED));
        Answer lifted = lift(gateway.supervisor(), etag, LIFTED);
        assertThat(lifted.status()).as(lifted.text()).isEqualTo(200);
      }
    }
  }

  Answer put(Api person, String reason) throws IOException, InterruptedException {
    return person.put(path(), "{\"reason\":\"%s\"}".formatted(reason));
  }

  Answer lift(Api person, String etag, String reason) throws IOException, InterruptedException {
    return person.post(path() + "/lift", "{\"reason\":\"%s\"}".formatted(reason), etag);
  }

  StepUp stepUp(String etag, String reason) throws Exception {
    return new StepUp("manage-endpoints", agency, etag, Sample.text("reason", reason).sha256());
  }

  private String path() {
    return "/api/v1/agencies/" + agency + "/hold";
  }
}
