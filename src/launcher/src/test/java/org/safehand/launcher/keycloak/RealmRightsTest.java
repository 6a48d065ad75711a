package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Matcher.quoteReplacement;
import static java.util.regex.Pattern.quote;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * A right comes by a role that a person was given, and a place by the one group they were put in;
 * there is no other way to either.
 */
class RealmRightsTest {
  private static final Path FILE = Path.of("../../config/keycloak/safehand-realm.json");
  private static final Set<String> ROLES =
      Set.of(
          "administrator",
          "auditor",
          "machine-endpoint",
          "machine-intake",
          "police-liaison",
          "referral-officer",
          "release-supervisor");

  /** What tokens say of a person beside their name and roles. */
  private static final Set<String> PLACES = Set.of("agency_id", "unit", "second_factor");

  private static final String PROFILES = "org.keycloak.userprofile.UserProfileProvider";

  private static final Set<String> MAPPERS =
      Set.of("oidc-usermodel-attribute-mapper", "oidc-audience-mapper");

  /** Nobody may write these; administrators may look. */
  private static final Set<String> STRICT = Set.of("", "ADMIN_VIEW");

  @Test
  void realm_givesRightsInNoOtherWay() throws Exception {
    String realm = Files.readString(FILE, UTF_8);
    assertThat(faults(realm)).isEmpty();
    Set<String> names = new TreeSet<>();
    for (JsonObject role : read(realm).object("roles").array("realm").objects()) {
      names.add(role.string("name"));
    }
    assertThat(names).isEqualTo(new TreeSet<>(ROLES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name":"referral-officer" | "composites":{"realm":["release-supervisor"]},"name":"referral-officer" | role referral-officer is made of others
          "realm":"safehand" | "defaultRole":{"composites":{"realm":["auditor"]}},"realm":"safehand" | everybody has [auditor]
          "realm":"safehand" | "defaultRoles":["auditor"],"realm":"safehand" | everybody has [auditor]
          "name":"hotline" | "name":"hotline","realmRoles":["release-supervisor"] | group hotline gives [release-supervisor]
          "agency_id":["AG-S-002"] | "agency_id":["AG-N-001"] | group AG-S-002 is in [AG-N-001]
          "realm":"safehand" | "components":{"org.keycloak.userprofile.UserProfileProvider":[{"config":{"kc.user.profile.config":["{\\"unmanagedAttributePolicy\\":\\"ENABLED\\"}"]}}]},"realm":"safehand" | people write what they like: ENABLED
          "realm":"safehand" | "components":{"org.keycloak.userprofile.UserProfileProvider":[{"config":{"kc.user.profile.config":["{\\"attributes\\":[{\\"name\\":\\"unit\\",\\"permissions\\":{\\"edit\\":[\\"admin\\",\\"user\\"]}}]}"]}}]},"realm":"safehand" | people write unit
          "protocolMapper":"oidc-audience-mapper" | "protocolMapper":"oidc-hardcoded-role-mapper" | gateway-audience makes up what a token says
          "user.attribute":"unit" | "user.attribute":"nickname" | unit is taken from nickname
          "clientId":"safehand-cli" | "authenticationFlowBindingOverrides":{"browser":"x"},"clientId":"safehand-cli" | safehand-cli has a way in of its own
          """)
  void realm_withAnotherWay_isFaulty(String good, String bad, String fault) throws Exception {
    String realm = new String(Jcs.write(read(Files.readString(FILE, UTF_8))), UTF_8);
    assertThat(realm).contains(good);
    String planted = realm.replaceFirst(quote(good), quoteReplacement(bad));
    assertThat(faults(planted)).containsExactly(fault);
  }

  /** What gives a right in this realm that it should not; empty of a good one. */
  private static List<String> faults(String text) throws JsonException {
    JsonObject realm = read(text);
    List<String> faults = new ArrayList<>();
    for (JsonObject role : realm.object("roles").array("realm").objects()) {
      if (role.has("composite") || role.has("composites")) {
        faults.add("role " + role.string("name") + " is made of others");
      }
    }
    if (realm.has("defaultRoles")) {
      faults.add("everybody has " + realm.array("defaultRoles").strings());
    }
    if (realm.has("defaultRole")) {
      JsonObject within = realm.object("defaultRole").object("composites");
      faults.add("everybody has " + within.array("realm").strings());
    }
    groups(realm, faults);
    people(realm, faults);
    for (JsonObject client : realm.array("clients").objects()) {
      client(client, faults);
    }
    return faults;
  }

  /** Groups say where somebody belongs, and each of no other place than its name. */
  private static void groups(JsonObject parent, List<String> faults) throws JsonException {
    String list = parent.has("subGroups") ? "subGroups" : "groups";
    if (!parent.has(list)) {
      return;
    }
    for (JsonObject group : parent.array(list).objects()) {
      String name = "group " + group.string("name");
      if (group.has("realmRoles")) {
        faults.add(name + " gives " + group.array("realmRoles").strings());
      }
      if (group.has("clientRoles")) {
        faults.add(name + " gives " + group.object("clientRoles"));
      }
      for (String place : List.of("agency_id", "unit")) {
        if (group.has("attributes") && group.object("attributes").has(place)) {
          List<String> says = group.object("attributes").array(place).strings();
          if (!says.equals(List.of(group.string("name")))) {
            faults.add(name + " is in " + says);
          }
        }
      }
      groups(group, faults);
    }
  }

  /** What nothing is said of, the provider's own profile of people leaves to nobody. */
  private static void people(JsonObject realm, List<String> faults) throws JsonException {
    if (!realm.has("components") || !realm.object("components").has(PROFILES)) {
      return;
    }
    for (JsonObject component : realm.object("components").array(PROFILES).objects()) {
      for (String text : component.object("config").array("kc.user.profile.config").strings()) {
        JsonObject profile = read(text);
        String others = profile.optionalString("unmanagedAttributePolicy").orElse("");
        if (!STRICT.contains(others)) {
          faults.add("people write what they like: " + others);
        }
        if (profile.has("attributes")) {
          for (JsonObject attribute : profile.array("attributes").objects()) {
            List<String> edit = attribute.object("permissions").array("edit").strings();
            if (PLACES.contains(attribute.string("name")) && edit.contains("user")) {
              faults.add("people write " + attribute.string("name"));
            }
          }
        }
      }
    }
  }

  private static void client(JsonObject client, List<String> faults) throws JsonException {
    if (client.has("authenticationFlowBindingOverrides")) {
      faults.add(client.string("clientId") + " has a way in of its own");
    }
    if (!client.has("protocolMappers")) {
      return;
    }
    for (JsonObject mapper : client.array("protocolMappers").objects()) {
      String name = mapper.string("name");
      if (!MAPPERS.contains(mapper.string("protocolMapper"))) {
        faults.add(name + " makes up what a token says");
      }
      String from = mapper.object("config").optionalString("user.attribute").orElse(name);
      if (!from.equals(name)) {
        faults.add(name + " is taken from " + from);
      }
    }
  }

  private static JsonObject read(String text) throws JsonException {
    return Jcs.requireObject(Jcs.readAnyLayout(text.getBytes(UTF_8)));
  }
}
