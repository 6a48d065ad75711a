package org.safehand.launcher.keycloak;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * A machine that uses the development platform by a client of its own.
 *
 * @param client the client's name; how it proves itself stands in the realm
 * @param name for people
 * @param role its realm role
 * @param agency whose machine it is, unless it is the hotline's
 * @param unit the unit of the hotline's
 */
public record Machine(
    String client, String name, String role, Optional<String> agency, Optional<String> unit) {
  public Machine {
    requireNonNull(client, "client is null");
    requireNonNull(name, "name is null");
    requireNonNull(role, "role is null");
    requireNonNull(agency, "agency is null");
    requireNonNull(unit, "unit is null");
    if (agency.isPresent() == unit.isPresent()) {
      throw new IllegalArgumentException(client + " belongs to an agency or to a unit");
    }
  }

  /** Reads {@code config/keycloak/machines.json}. */
  public static List<Machine> read(Path file) throws IOException {
    try {
      if (!(Jcs.readAnyLayout(Files.readAllBytes(file)) instanceof JsonArray array)) {
        throw new IOException(file + " is not an array");
      }
      List<Machine> machines = new ArrayList<>();
      for (JsonObject machine : array.objects()) {
        machines.add(
            new Machine(
                machine.string("client"),
                machine.string("name"),
                machine.string("role"),
                machine.optionalString("agency"),
                machine.optionalString("unit")));
      }
      return List.copyOf(machines);
    } catch (JsonException | IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** What the provider calls the client in its own name, and the gateway's own list too. */
  public String username() {
    return "service-account-" + client;
  }

  /** What the client is, once it has proven who it is, as the realm import wants it. */
  JsonObject toImport() {
    String group =
        agency.map(id -> "/agencies/" + id).orElseGet(() -> "/units/" + unit.orElseThrow());
    return JsonObject.builder()
        .put("username", username())
        .put("enabled", true)
        .put("serviceAccountClientId", client)
        .put("realmRoles", JsonArray.ofStrings(List.of(role)))
        .put("groups", JsonArray.ofStrings(List.of(group)))
        .build();
  }
}
