package org.safehand.cli.staff;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * What a person should be.
 *
 * @param number who
 * @param name empty: as now
 * @param roles none: as now
 * @param unit empty, with an empty agency: as now
 * @param agency empty, with an empty unit: as now
 */
record Proposed(
    String number,
    Optional<String> name,
    List<String> roles,
    Optional<String> unit,
    Optional<String> agency) {
  Proposed {
    requireNonNull(number, "number is null");
    requireNonNull(name, "name is null");
    roles = List.copyOf(roles);
    requireNonNull(unit, "unit is null");
    requireNonNull(agency, "agency is null");
  }

  /** Somebody new; what was not named is missing, and the gateway says so. */
  JsonObject creation() {
    return JsonObject.builder()
        .put("kind", "person-create")
        .put(
            "person",
            JsonObject.builder()
                .put("number", number)
                .putIfPresent("displayName", name)
                .put("roles", JsonArray.ofStrings(roles))
                .putIfPresent("unit", unit)
                .putIfPresent("agency", agency)
                .build())
        .build();
  }

  /** The person {@code now}, with what was named in the place of what is there. */
  JsonObject change(JsonObject now) throws JsonException {
    boolean moved = unit.isPresent() || agency.isPresent();
    return JsonObject.builder()
        .put("kind", "person-change")
        .put("revision", now.integer("revision"))
        .put(
            "person",
            JsonObject.builder()
                .put("number", number)
                .put("displayName", name.isPresent() ? name.get() : now.string("displayName"))
                .put("roles", roles.isEmpty() ? now.array("roles") : JsonArray.ofStrings(roles))
                .putIfPresent("unit", moved ? unit : now.optionalString("unit"))
                .putIfPresent("agency", moved ? agency : now.optionalString("agency"))
                .build())
        .build();
  }

  /** The person {@code now} may do nothing any more. */
  JsonObject deactivation(JsonObject now) throws JsonException {
    return JsonObject.builder()
        .put("kind", "person-deactivate")
        .put("number", number)
        .put("revision", now.integer("revision"))
        .build();
  }
}
