package org.safehand.systemtests.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A realm's settings as lines that can be read and compared: an export without ids and keys. */
final class RealmText {
  /** What is another in each realm, or tells of the version alone. */
  private static final Set<String> LEFT_OUT = Set.of("id", "keycloakVersion");

  private static final Set<String> LEFT_OUT_OF_CLIENTS =
      Set.of("jwks.string", "client.secret.creation.time", "realm_client");

  private final JsonNode realm;
  private final List<String> lines = new ArrayList<>();

  private RealmText(JsonNode realm) {
    this.realm = realm;
  }

  /** The lines of an export. */
  static List<String> of(JsonNode realm) {
    RealmText text = new RealmText(realm);
    text.settings();
    text.attributes();
    text.requiredActions();
    text.rolesAndGroups();
    text.clients();
    text.flows();
    return text.lines.stream().map(String::stripTrailing).toList();
  }

  private void settings() {
    fields(realm)
        .forEach(
            (name, value) -> {
              if (value.isValueNode() && !LEFT_OUT.contains(name)) {
                lines.add(name + " = " + value.asText());
              }
              if (value.isArray() && !value.path(0).isObject()) {
                lines.add(name + " = " + texts(value));
              }
            });
  }

  private void attributes() {
    fields(realm.path("attributes")).forEach((name, value) -> add("attribute", name, value));
    fields(realm.path("browserSecurityHeaders"))
        .forEach((name, value) -> add("header", name, value));
  }

  private void add(String kind, String name, JsonNode value) {
    lines.add(kind + " " + name + " = " + value.asText());
  }

  private void requiredActions() {
    for (JsonNode action : realm.path("requiredActions")) {
      lines.add(
          "action %s enabled=%s default=%s priority=%s"
              .formatted(
                  action.path("alias").asText(),
                  action.path("enabled"),
                  action.path("defaultAction"),
                  action.path("priority")));
    }
  }

  private void rolesAndGroups() {
    sorted(realm.path("roles").path("realm"), "name")
        .forEach(role -> lines.add("role " + role.path("name").asText()));
    sorted(realm.path("groups"), "path").forEach(this::group);
  }

  private void group(JsonNode group) {
    lines.add("group " + group.path("path").asText() + " " + group.path("attributes"));
    sorted(group.path("subGroups"), "path").forEach(this::group);
  }

  private void clients() {
    for (JsonNode client : sorted(realm.path("clients"), "clientId")) {
      String name = "client " + client.path("clientId").asText();
      lines.add(name + " " + flags(client));
      lines.add(name + " redirects " + texts(client.path("redirectUris")));
      lines.add(name + " origins " + texts(client.path("webOrigins")));
      lines.add(
          "%s scopes %s, optional %s"
              .formatted(
                  name,
                  texts(client.path("defaultClientScopes")),
                  texts(client.path("optionalClientScopes"))));
      fields(client.path("attributes"))
          .forEach(
              (key, value) -> {
                if (!LEFT_OUT_OF_CLIENTS.contains(key)) {
                  lines.add(name + " " + key + " = " + value.asText());
                }
              });
      sorted(client.path("protocolMappers"), "name")
          .forEach(
              mapper ->
                  lines.add(
                      "%s mapper %s %s %s"
                          .formatted(
                              name,
                              mapper.path("name").asText(),
                              mapper.path("protocolMapper").asText(),
                              fields(mapper.path("config")))));
    }
  }

  private static String flags(JsonNode client) {
    String on =
        fields(client).entrySet().stream()
            .filter(field -> field.getValue().isBoolean() && field.getValue().asBoolean())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(" "));
    return client.path("clientAuthenticatorType").asText() + ": " + on;
  }

  private void flows() {
    Map<String, JsonNode> configurations = new TreeMap<>();
    realm
        .path("authenticatorConfig")
        .forEach(entry -> configurations.put(entry.path("alias").asText(), entry.path("config")));
    for (JsonNode flow : sorted(realm.path("authenticationFlows"), "alias")) {
      if (flow.path("builtIn").asBoolean()) {
        continue;
      }
      for (JsonNode execution : flow.path("authenticationExecutions")) {
        String configuration = execution.path("authenticatorConfig").asText();
        lines.add(
            "flow %s %s %s %s %s"
                .formatted(
                    flow.path("alias").asText(),
                    execution.path("priority"),
                    execution.path("requirement").asText(),
                    execution.path("authenticatorFlow").asBoolean()
                        ? execution.path("flowAlias").asText()
                        : execution.path("authenticator").asText(),
                    configuration.isEmpty()
                        ? ""
                        : fields(
                            configurations.getOrDefault(configuration, MissingNode.getInstance())))
                .stripTrailing());
      }
    }
  }

  static Map<String, JsonNode> fields(JsonNode node) {
    Map<String, JsonNode> fields = new TreeMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  static List<JsonNode> sorted(JsonNode array, String by) {
    return StreamSupport.stream(array.spliterator(), false)
        .sorted(Comparator.comparing(node -> node.path(by).asText()))
        .toList();
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).sorted().toList();
  }
}
