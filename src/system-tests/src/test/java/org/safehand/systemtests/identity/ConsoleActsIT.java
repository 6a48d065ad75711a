package org.safehand.systemtests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.systemtests.gateway.AgencyHold;
import org.safehand.systemtests.gateway.NewKey;
import org.safehand.systemtests.gateway.Referrals;
import org.safehand.systemtests.gateway.Registration;
import org.safehand.systemtests.gateway.RunningGateway;
import org.safehand.systemtests.gateway.Walk;

/**
 * People in a browser do what needs a second person or a second factor, with security keys: they
 * change where an agency receives, hold it back and lift that, break a glass over a case and review
 * it, end a session.
 */
class ConsoleActsIT {
  private static final String AGENCY = "AG-S-002";
  private static final String NAME = "Example Police South, moved";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningGateway gateway = RunningGateway.get();
  private final Registration registration = new Registration(gateway);
  private final Map<String, NewStaff> people = new LinkedHashMap<>();
  private final JsonNode before;

  @TempDir Path folder;

  ConsoleActsIT() throws Exception {
    before = registration.entry(AGENCY).path("agency");
  }

  /** Everything stands there as before, and those who walked may do nothing any more. */
  @AfterEach
  void putBack() throws Exception {
    try {
      AgencyHold.of(gateway, AGENCY).lift();
      registration.change(AGENCY, agency -> ((ObjectNode) agency).setAll((ObjectNode) before));
    } finally {
      for (NewStaff person : people.values()) {
        person.leave();
        person.forget();
      }
    }
  }

  @Test
  void console_twoPeopleChangeARecipient_aHoldIsLifted_aGlassIsReviewed_aSessionIsEnded()
      throws Exception {
    Walk walk = Walk.of(gateway);
    registration.change(
        AGENCY,
        agency -> {
          ArrayNode certificates = (ArrayNode) agency.at("/endpoints/0/encryptionCertificates");
          while (certificates.size() > 3) {
            certificates.remove(0);
          }
        });
    people.put("administrator", NewStaff.withSecurityKey(folder, "administrator", "annex"));
    people.put("supervisor", NewStaff.withSecurityKey(folder, "release-supervisor", "annex"));
    people.put("auditor", NewStaff.withSecurityKey(folder, "auditor", "annex"));
    NewKey key = NewKey.make(gateway, folder, "CN=AG-S-002,O=Example Police South");
    String referral = gateway.delivered().referral();
    walk.run(
        "test/acts.mjs",
        Map.of(
            "SAFEHAND_ACTS_USERS",
            users(),
            "SAFEHAND_ACTS_AGENCY",
            agency(key),
            "SAFEHAND_ACTS_CASE",
            "{\"id\":\"%s\",\"reference\":\"%s\"}".formatted(referral, reference(referral))));

    JsonNode after = registration.entry(AGENCY).path("agency");
    assertThat(after.path("name").asText()).isEqualTo(NAME);
    assertThat(after.at("/endpoints/0/encryptionCertificates/0").isMissingNode()).isFalse();
    assertThat(after.toString())
        .contains(Files.readString(key.certificate()).lines().toList().get(3));
    assertThat(Referrals.custody(gateway.supervisor(), referral)).contains("break-glass");
    JsonNode glass = gateway.auditor().get("/api/v1/break-glass").json().at("/items/0");
    assertThat(glass.path("openedBy").asText()).isEqualTo(people.get("supervisor").number());
    assertThat(glass.path("reviewedBy").asText()).isEqualTo(people.get("auditor").number());
  }

  private String users() {
    ObjectNode users = JSON.createObjectNode();
    people.forEach(
        (role, person) ->
            users.putObject(role).put("user", person.number()).put("password", NewStaff.PASSWORD));
    return users.toString();
  }

  private static String agency(NewKey key) throws Exception {
    return JSON.createObjectNode()
        .put("id", AGENCY)
        .put("name", NAME)
        .put("privateKey", Files.readString(key.key()))
        .put("certificate", Files.readString(key.certificate()))
        .put("request", key.request())
        .put("sha256", key.sha256())
        .put("fingerprint", key.publicKeySha256())
        .toString();
  }

  private String reference(String referral) throws Exception {
    return gateway
        .supervisor()
        .get("/api/v1/referrals/" + referral)
        .json()
        .path("reference")
        .asText();
  }
}
