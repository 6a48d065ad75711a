package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** The audit of what the running gateway stored, with cases, deliveries, anchors and an extract. */
class StoredLogAuditIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningGateway gateway = RunningGateway.get();

  @BeforeEach
  void awaitAnAnchor() throws Exception {
    assertThat(gateway.delivered().referral()).isNotEmpty();
    Await.until(
        "the log is anchored",
        PATIENCE,
        () -> !gateway.anonymous().get("/log/anchors").json().path("items").isEmpty());
  }

  @Test
  void storedLog_ofARunningGateway_holdsAndThatIsAnEvent() throws Exception {
    JsonNode first = audit();
    JsonNode second = audit();
    assertThat(second.path("events").asLong()).isGreaterThan(first.path("events").asLong());
  }

  private JsonNode audit() throws Exception {
    Answer answer = gateway.auditor().post("/api/v1/log/verifications", "{}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("findings")).as(answer.text()).isEmpty();
    assertThat(answer.json().path("holds").asBoolean()).isTrue();
    assertThat(answer.json().path("entries").asLong()).isPositive();
    return answer.json();
  }

  @Test
  void audit_isNotForAgencies() throws Exception {
    assertThat(gateway.liaison("AG-N-001").post("/api/v1/log/verifications", "{}").status())
        .isEqualTo(403);
  }
}
