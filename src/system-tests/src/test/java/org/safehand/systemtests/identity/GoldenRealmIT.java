package org.safehand.systemtests.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safehand.systemtests.gateway.Api;

/** What the running provider is set to, against what it is meant to be set to. */
class GoldenRealmIT {
  private final Keycloak keycloak = new Keycloak();

  /** A difference is a change of the realm: if it is wanted, the golden list changes with it. */
  @Test
  void realm_exportedFromTheRunningProvider_isTheGoldenOne() throws Exception {
    Api operator = keycloak.operator();
    Api.Answer exported =
        operator.send(
            operator
                .to(
                    "/admin/realms/safehand/partial-export"
                        + "?exportClients=true&exportGroupsAndRoles=true")
                .POST(BodyPublishers.noBody()));
    assertThat(exported.status()).isEqualTo(200);
    Api.Answer people = operator.get("/admin/realms/safehand/users/profile");
    assertThat(people.status()).isEqualTo(200);
    List<String> running =
        Stream.of(
                RealmText.of(exported.json()),
                RealmRights.of(exported.json()),
                RealmRights.ofPeople(people.json()))
            .flatMap(List::stream)
            .map(line -> line.replace(keycloak.gatewayOrigin(), "${SAFEHAND_ORIGIN}"))
            .toList();
    assertThat(String.join("\n", running)).isEqualTo(String.join("\n", golden()));
  }

  /** Nobody signs in where the provider itself is administered, least of all by password. */
  @Test
  void masterRealm_ofTheRunningProvider_hasNoDoorForPeople() throws Exception {
    Api operator = keycloak.operator();
    int enabled = 0;
    for (JsonNode client : operator.get("/admin/realms/master/clients").json()) {
      String name = client.path("clientId").asText();
      assertThat(client.path("directAccessGrantsEnabled").asBoolean()).as(name).isFalse();
      if (client.path("enabled").asBoolean()) {
        enabled++;
        assertThat(name)
            .isIn(Set.of("safehand-launcher", "broker", "master-realm", "safehand-realm"));
        assertThat(client.path("redirectUris")).as(name).isEmpty();
      }
    }
    assertThat(enabled).isEqualTo(4);
    JsonNode realm = operator.get("/admin/realms/master").json();
    assertThat(realm.path("sslRequired").asText()).isEqualTo("all");
    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
    assertThat(operator.get("/admin/realms/master/users").json()).isEmpty();
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = GoldenRealmIT.class.getResourceAsStream("realm.golden")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
