package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    for (ClientKey key : ClientKey.values()) {
      key.make(temporary, new SecureRandom());
    }
    byte[] filled =
        new Realm(CONFIGURATION, secrets, temporary).filled("https://gateway.example.org:1");
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
  void client_whatever_takesNoPasswordsAndGivesNoTokenWithoutACode() throws Exception {
    for (JsonObject client : realm.array("clients").objects()) {
      assertThat(client.bool("directAccessGrantsEnabled")).isFalse();
      assertThat(client.bool("implicitFlowEnabled")).isFalse();
      assertThat(client.array("optionalClientScopes").strings()).isEmpty();
    }
  }

  @Test
  void client_throughWhichPeopleSignIn_wantsProofKeysASecondFactorAndAnExactRedirect()
      throws Exception {
    int found = 0;
    for (JsonObject client : realm.array("clients").objects()) {
      if (client.bool("standardFlowEnabled")) {
        found++;
        assertThat(client.object("attributes").string("pkce.code.challenge.method"))
            .isEqualTo("S256");
        assertThat(client.object("attributes").string("minimum.acr.value")).isEqualTo("gold");
        assertThat(client.bool("serviceAccountsEnabled")).isFalse();
        assertThat(client.array("redirectUris").strings())
            .hasSize(1)
            .noneMatch(address -> address.contains("*"));
      }
    }
    assertThat(found).isEqualTo(3);
  }

  @Test
  void client_thatProvesItselfByAKey_isGivenThePublicHalf() throws Exception {
    for (ClientKey key : ClientKey.values()) {
      JsonObject attributes =
          client(key == ClientKey.INTAKE ? "safehand-intake" : "safehand-step-up")
              .object("attributes");
      JsonObject jwk =
          Jcs.readObject(attributes.string("jwks.string").getBytes(UTF_8))
              .array("keys")
              .objects()
              .get(0);
      assertThat(jwk.members().keySet())
          .containsExactlyInAnyOrder("kty", "crv", "use", "alg", "kid", "x", "y");
      assertThat(jwk.string("kid")).isEqualTo(key.id());
      assertThat(attributes.string("token.endpoint.auth.signing.alg")).isEqualTo("ES256");
      assertThat(proves(key, jwk)).isTrue();
    }
  }

  /** Whether {@code jwk} verifies what the private key signs. */
  private boolean proves(ClientKey key, JsonObject jwk) throws Exception {
    String pem = Files.readString(key.file(temporary)).replaceAll("-----[A-Z ]+-----", "");
    KeyFactory factory = KeyFactory.getInstance("EC");
    ECPrivateKey secret =
        (ECPrivateKey)
            factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(secret);
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(factory.generatePublic(new ECPublicKeySpec(point, secret.getParams())));
    signature.update((byte) 1);
    return signature.verify(signed);
  }

  private static BigInteger number(JsonObject jwk, String name) throws JsonException {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.string(name)));
  }

  @Test
  void person_imported_mustChooseAPasswordAtTheFirstSignIn() throws Exception {
    List<JsonObject> users = people();
    assertThat(users).hasSize(11);
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
    for (JsonObject user : people()) {
      List<String> expected =
          switch (user.string("username")) {
            case "liaison-north" -> List.of("/agencies/AG-N-001");
            case "liaison-south" -> List.of("/agencies/AG-S-002");
            case "supervisor3" -> List.of("/units/hotline", "/security-keys");
            case "auditor1", "administrator1", "administrator2" -> List.of();
            default -> List.of("/units/hotline");
          };
      assertThat(user.array("groups").strings()).isEqualTo(expected);
    }
  }

  @Test
  void people_withARoleThatExcludesOthers_haveItAlone() throws Exception {
    Set<String> alone = Set.of("police-liaison", "auditor", "administrator");
    Map<String, Integer> count = new HashMap<>();
    for (Person person : Person.read(CONFIGURATION.resolve("people.json"))) {
      person.roles().forEach(role -> count.merge(role, 1, Integer::sum));
      if (!Collections.disjoint(alone, person.roles())) {
        assertThat(person.roles()).hasSize(1);
      }
    }
    // with fewer, operations that need two people refuse
    assertThat(count.get("release-supervisor")).isGreaterThanOrEqualTo(2);
    assertThat(count.get("administrator")).isGreaterThanOrEqualTo(2);
  }

  @Test
  void secondFactor_unknown_isRefused() throws Exception {
    Path people = temporary.resolve("people.json");
    Files.writeString(
        people,
        "[{\"username\": \"a\", \"firstName\": \"A\", \"lastName\": \"A\", \"roles\": [],"
            + " \"secondFactor\": \"sms\"}]");
    assertThatIOException()
        .isThrownBy(() -> Person.read(people))
        .withMessageContaining("secondFactor");
  }

  @Test
  void realm_asAWhole_isTight() throws JsonException {
    assertThat(realm.string("sslRequired")).isEqualTo("all");
    assertThat(realm.bool("bruteForceProtected")).isTrue();
    assertThat(realm.bool("registrationAllowed")).isFalse();
    assertThat(realm.bool("eventsEnabled")).isTrue();
    assertThat(realm.integer("accessTokenLifespan")).isLessThanOrEqualTo(240);
  }

  @Test
  void machine_isAServiceAccountOfAClientOfTheRealm_withOneRoleAndOnePlace() throws Exception {
    for (Machine machine : Machine.read(CONFIGURATION.resolve("machines.json"))) {
      assertThat(client(machine.client()).bool("serviceAccountsEnabled")).isTrue();
      JsonObject user = account(machine.client());
      assertThat(user.string("username")).isEqualTo("service-account-" + machine.client());
      assertThat(user.array("realmRoles").strings()).containsExactly(machine.role());
      assertThat(user.array("groups").strings()).hasSize(1);
    }
  }

  private JsonObject account(String client) throws JsonException {
    for (JsonObject user : realm.array("users").objects()) {
      if (user.optionalString("serviceAccountClientId").equals(Optional.of(client))) {
        return user;
      }
    }
    throw new AssertionError("no service account of " + client);
  }

  @Test
  void machine_ofBothOrOfNeither_isRefused() throws Exception {
    Path machines = temporary.resolve("machines.json");
    for (String place : List.of("", ", \"unit\": \"u\", \"agency\": \"AG-N-001\"")) {
      Files.writeString(
          machines, "[{\"client\": \"c\", \"name\": \"C\", \"role\": \"r\"" + place + "}]");
      assertThatIOException()
          .isThrownBy(() -> Machine.read(machines))
          .withMessageContaining("belongs to an agency or to a unit");
    }
  }

  private List<JsonObject> people() throws JsonException {
    return realm.array("users").objects().stream()
        .filter(user -> !user.members().containsKey("serviceAccountClientId"))
        .toList();
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
