package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.launcher.place.Secrets;

class RealmTest {
  private static final Path CONFIGURATION = Path.of("../../config/keycloak");

  private final Path temporary;
  private Secrets secrets;
  private JsonObject realm;

  RealmTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @BeforeEach
  void fill() throws Exception {
    secrets = new Secrets(temporary, new SecureRandom());
    byte[] filled = new Realm(CONFIGURATION, secrets).filled("https://gateway.example.org:1");
    assertThat(new String(filled, UTF_8)).doesNotContain("${");
    realm = Jcs.readObject(filled);
  }

  @Test
  void client_ofTheGateway_hasTheGeneratedSecretAndOneExactRedirect() throws Exception {
    JsonObject client = client("safehand-web");
    assertThat(client.string("secret")).isEqualTo(KeycloakServer.webSecret(secrets));
    assertThat(client.array("redirectUris").strings())
        .containsExactly("https://gateway.example.org:1/login");
  }

  @Test
  void client_whatever_takesNoPasswordsAndWantsProofKeys() throws Exception {
    for (JsonObject client : realm.array("clients").objects()) {
      assertThat(client.bool("directAccessGrantsEnabled")).isFalse();
      assertThat(client.bool("implicitFlowEnabled")).isFalse();
      assertThat(client.bool("serviceAccountsEnabled")).isFalse();
      assertThat(client.object("attributes").string("pkce.code.challenge.method"))
          .isEqualTo("S256");
    }
  }

  @Test
  void person_imported_mustChooseAPasswordAtTheFirstSignIn() throws Exception {
    List<JsonObject> users = realm.array("users").objects();
    assertThat(users).hasSize(10);
    for (JsonObject user : users) {
      JsonObject credential = user.array("credentials").objects().get(0);
      assertThat(credential.bool("temporary")).isTrue();
      assertThat(user.array("requiredActions").strings()).containsExactly("UPDATE_PASSWORD");
      assertThat(credential.string("value"))
          .isEqualTo(secrets.password("one-time-" + user.string("username")));
    }
  }

  @Test
  void liaisons_areOfDifferentAgencies_andNobodyElseIsOfAny() throws Exception {
    for (JsonObject user : realm.array("users").objects()) {
      List<String> expected =
          switch (user.string("username")) {
            case "liaison-north" -> List.of("/agencies/AG-N-001");
            case "liaison-south" -> List.of("/agencies/AG-S-002");
            default -> List.of();
          };
      assertThat(user.array("groups").strings()).isEqualTo(expected);
    }
  }

  @Test
  void realm_asAWhole_isTight() throws JsonException {
    assertThat(realm.string("sslRequired")).isEqualTo("all");
    assertThat(realm.bool("bruteForceProtected")).isTrue();
    assertThat(realm.bool("registrationAllowed")).isFalse();
    assertThat(realm.bool("eventsEnabled")).isTrue();
    assertThat(realm.integer("accessTokenLifespan")).isLessThanOrEqualTo(240);
  }

  private JsonObject client(String id) throws JsonException {
    for (JsonObject client : realm.array("clients").objects()) {
      if (client.string("clientId").equals(id)) {
        return client;
      }
    }
    throw new AssertionError("no client " + id);
  }
}
