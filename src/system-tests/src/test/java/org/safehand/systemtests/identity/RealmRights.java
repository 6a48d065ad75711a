package org.safehand.systemtests.identity;

import static org.safehand.systemtests.identity.RealmText.fields;
import static org.safehand.systemtests.identity.RealmText.sorted;
import static org.safehand.systemtests.identity.RealmText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What gives rights in a realm beside a role that a person was given: roles within roles, by a
 * group, by default, by what may go into a token, by who may write what tokens are made of. And
 * whatever else of an export {@link RealmText} has no lines for, so that nothing is left out.
 */
final class RealmRights {
  /** Of which all that matters is in lines of its own, here or in {@link RealmText}. */
  private static final Set<String> IN_LINES =
      Set.of(
          "attributes",
          "authenticationFlows",
          "authenticatorConfig",
          "browserSecurityHeaders",
          "clientScopes",
          "clients",
          "components",
          "defaultRole",
          "groups",
          "requiredActions",
          "roles",
          "users");

  private final JsonNode realm;
  private final List<String> lines = new ArrayList<>();

  private RealmRights(JsonNode realm) {
    this.realm = realm;
  }

  /** The lines of an export. */
  static List<String> of(JsonNode realm) {
    RealmRights rights = new RealmRights(realm);
    rights.roles();
    sorted(realm.path("groups"), "path").forEach(rights::group);
    rights.serviceAccounts();
    rights.clients();
    rights.scopes();
    rights.components();
    rights.others();
    return rights.lines;
  }

  /** The lines of who may see and write what is kept of a person, which tokens are made of. */
  static List<String> ofPeople(JsonNode profile) {
    List<String> lines = new ArrayList<>();
    for (JsonNode attribute : sorted(profile.path("attributes"), "name")) {
      JsonNode permissions = attribute.path("permissions");
      lines.add(
          "person %s view %s, edit %s"
              .formatted(
                  attribute.path("name").asText(),
                  texts(permissions.path("view")),
                  texts(permissions.path("edit"))));
    }
    lines.add("person, anything else: " + profile.path("unmanagedAttributePolicy").asText("none"));
    return lines;
  }

  private void roles() {
    lines.add("default " + realm.path("defaultRole").path("name").asText());
    sorted(realm.path("roles").path("realm"), "name").forEach(role -> composite("", role));
    fields(realm.path("roles").path("client"))
        .forEach(
            (client, roles) -> {
              for (JsonNode role : sorted(roles, "name")) {
                lines.add("role " + client + "/" + role.path("name").asText());
                composite(client + "/", role);
              }
            });
  }

  private void composite(String client, JsonNode role) {
    if (role.path("composite").asBoolean()) {
      String name = "role " + client + role.path("name").asText();
      JsonNode within = role.path("composites");
      if (!within.path("realm").isEmpty()) {
        lines.add(name + " composite of realm " + texts(within.path("realm")));
      }
      fields(within.path("client"))
          .forEach((of, roles) -> lines.add(name + " composite of " + of + " " + texts(roles)));
    }
  }

  private void group(JsonNode group) {
    lines.add(
        "group %s roles %s, of clients %s"
            .formatted(
                group.path("path").asText(),
                texts(group.path("realmRoles")),
                group.path("clientRoles")));
    sorted(group.path("subGroups"), "path").forEach(this::group);
  }

  private void serviceAccounts() {
    for (JsonNode user : sorted(realm.path("users"), "username")) {
      lines.add(
          "account %s roles %s, of clients %s, groups %s"
              .formatted(
                  user.path("username").asText(),
                  texts(user.path("realmRoles")),
                  user.path("clientRoles"),
                  texts(user.path("groups"))));
    }
  }

  /** The flows that stand in for the realm's, by name: their ids are others in each realm. */
  private void clients() {
    Map<String, String> names = new HashMap<>();
    realm
        .path("authenticationFlows")
        .forEach(flow -> names.put(flow.path("id").asText(), flow.path("alias").asText()));
    for (JsonNode client : sorted(realm.path("clients"), "clientId")) {
      fields(client.path("authenticationFlowBindingOverrides"))
          .forEach(
              (flow, id) ->
                  lines.add(
                      "client %s flow %s = %s"
                          .formatted(
                              client.path("clientId").asText(),
                              flow,
                              names.getOrDefault(id.asText(), id.asText()))));
    }
  }

  private void scopes() {
    for (JsonNode scope : sorted(realm.path("clientScopes"), "name")) {
      String name = "scope " + scope.path("name").asText();
      lines.add(name + " " + scope.path("protocol").asText());
      for (JsonNode mapper : sorted(scope.path("protocolMappers"), "name")) {
        lines.add(
            "%s mapper %s %s %s"
                .formatted(
                    name,
                    mapper.path("name").asText(),
                    mapper.path("protocolMapper").asText(),
                    fields(mapper.path("config"))));
      }
    }
  }

  private void components() {
    fields(realm.path("components"))
        .forEach(
            (type, components) -> {
              List<String> found = new ArrayList<>();
              String kind = type.substring(type.lastIndexOf('.') + 1);
              components.forEach(component -> component(kind, component, found));
              found.stream().sorted().forEach(lines::add);
            });
  }

  private static void component(String kind, JsonNode component, List<String> found) {
    List<String> settings = new ArrayList<>();
    fields(component.path("config")).forEach((key, of) -> settings.add(key + "=" + texts(of)));
    String name = component.path("name").asText();
    found.add(
        "component %s %s %s %s %s"
            .formatted(
                kind,
                component.path("subType").asText("-"),
                name,
                component.path("providerId").asText(),
                settings));
    fields(component.path("subComponents"))
        .forEach((type, inner) -> inner.forEach(each -> component(name + "/" + type, each, found)));
  }

  private void others() {
    fields(realm)
        .forEach(
            (name, value) -> {
              boolean hasLines = !value.isObject() && !value.path(0).isObject();
              if (!hasLines && !IN_LINES.contains(name)) {
                lines.add("also " + name + " = " + value);
              }
            });
  }
}
