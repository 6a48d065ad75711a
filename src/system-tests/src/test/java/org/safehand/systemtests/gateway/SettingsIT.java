package org.safehand.systemtests.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api.Answer;

/** Two people tighten what the gateway goes by, and let it out again; it goes on running. */
class SettingsIT {
  private static final String SETTINGS = "/api/v1/settings";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RunningGateway gateway = RunningGateway.get();
  private final JsonNode standing;

  SettingsIT() throws Exception {
    standing = read().json().path("settings");
  }

  @AfterEach
  void putBack() throws Exception {
    if (!read().json().path("settings").equals(standing)) {
      agreed(standing);
    }
  }

  @Test
  void settings_tightenedByTwo_countForWhatIsDoneNext_andAreLetOutAgain() throws Exception {
    Answer before = read();
    long revision = before.json().path("revision").asLong();
    assertThat(before.header("ETag")).isEqualTo("\"v" + revision + "\"");
    assertThat(before.json().at("/limits/proposalDays/most").asInt()).isEqualTo(7);

    ObjectNode looser = standing.deepCopy();
    looser.put("proposalDays", 8).put("glassMinutes", 61);
    Answer refused = proposed(looser);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/settings/proposalDays", "/settings/glassMinutes");

    ObjectNode tighter = standing.deepCopy();
    tighter.put("proposalDays", 2).put("logStaleMinutes", 239);
    Answer proposed = proposed(tighter);
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    assertThat(Registration.approveNow(gateway.supervisor(), proposed).code())
        .isEqualTo("insufficient-user-authentication");
    assertThat(Registration.approveNow(gateway.otherAdministrator(), proposed).code())
        .isEqualTo("operation-not-permitted");
    approve(proposed);
    assertThat(read().json().path("revision").asLong()).isEqualTo(revision + 1);
    assertThat(read().json().path("settings")).isEqualTo(tighter);

    Await.until("the standing of the log goes by it", PATIENCE, () -> limit() == 239);
    Answer next = proposed(standing);
    assertThat(waits(next)).isEqualTo(Duration.ofDays(2));
    assertThat(waits(proposed)).as("what was proposed before").isEqualTo(Duration.ofDays(7));

    Answer overtaken = proposed(standing);
    approve(next);
    assertThat(read().json().path("settings")).isEqualTo(standing);
    assertThat(decided(overtaken).code()).isEqualTo("proposal-overtaken");
    gateway
        .administrator()
        .change(
            Registration.PROPOSALS + "/" + Registration.id(overtaken) + "/withdraw",
            overtaken.header("ETag"));
  }

  private long limit() throws Exception {
    return Duration.ofSeconds(
            gateway.auditor().get("/api/v1/log/standing").json().path("limitSeconds").asLong())
        .toMinutes();
  }

  private static Duration waits(Answer proposed) {
    return Duration.between(
        Instant.parse(proposed.json().path("proposedAt").asText()),
        Instant.parse(proposed.json().path("expiresAt").asText()));
  }

  private Answer read() throws Exception {
    return gateway.auditor().get(SETTINGS);
  }

  private void agreed(JsonNode settings) throws Exception {
    approve(proposed(settings));
  }

  private Answer proposed(JsonNode settings) throws Exception {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "settings-set").put("revision", read().json().path("revision").asLong());
    body.set("settings", settings);
    return gateway.administrator().post(Registration.PROPOSALS, body.toString());
  }

  private void approve(Answer proposed) throws Exception {
    Answer approved = decided(proposed);
    assertThat(approved.status()).as(approved.text()).isEqualTo(200);
  }

  private Answer decided(Answer proposed) throws Exception {
    new Grants(gateway).keep("supervisor1", Registration.stepUp(proposed));
    return Registration.approveNow(gateway.supervisor(), proposed);
  }
}
