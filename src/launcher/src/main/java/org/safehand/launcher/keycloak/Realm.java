package org.safehand.launcher.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonValue;
import org.safehand.launcher.place.Secrets;

/**
 * The realm as it is imported: the file of {@code config/keycloak}, secrets and people filled in.
 */
final class Realm {
  static final String WEB_SECRET = "web-client";

  private final Path configuration;
  private final Secrets secrets;
  private final Path keys;

  /** {@code keys} is the folder with the keys of our clients. */
  Realm(Path configuration, Secrets secrets, Path keys) {
    this.configuration = requireNonNull(configuration, "configuration is null");
    this.secrets = requireNonNull(secrets, "secrets is null");
    this.keys = requireNonNull(keys, "keys is null");
  }

  byte[] filled(String gatewayOrigin) throws IOException {
    String template = Files.readString(configuration.resolve("safehand-realm.json"), UTF_8);
    String text =
        template
            .replace("${SAFEHAND_ORIGIN}", gatewayOrigin)
            .replace("${SAFEHAND_WEB_SECRET}", secrets.password(WEB_SECRET))
            .replace("${SAFEHAND_STEP_UP_JWKS}", quoted(ClientKey.STEP_UP.keySet(keys)))
            .replace("${SAFEHAND_INTAKE_JWKS}", quoted(ClientKey.INTAKE.keySet(keys)));
    try {
      JsonObject realm = Jcs.requireObject(Jcs.readAnyLayout(text.getBytes(UTF_8)));
      JsonObjectBuilder complete = JsonObject.builder();
      for (Map.Entry<String, JsonValue> member : realm.members().entrySet()) {
        complete.put(member.getKey(), member.getValue());
      }
      return Jcs.write(complete.put("users", users()).build());
    } catch (JsonException e) {
      throw new IOException("safehand-realm.json: " + e.getMessage(), e);
    }
  }

  /** JSON inside a string of JSON; what Jcs writes of a key has no other character to escape. */
  private static String quoted(String json) {
    return json.replace("\"", "\\\"");
  }

  private JsonArray users() throws IOException {
    List<JsonObject> users = new ArrayList<>();
    for (Machine machine : Machine.read(configuration.resolve("machines.json"))) {
      users.add(machine.toImport());
    }
    for (Person person : Person.read(configuration.resolve("people.json"))) {
      users.add(person.toImport(secrets.password(person.secretName())));
    }
    return JsonArray.of(users);
  }
}
