package org.safehand.custody.provenance;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * Where and with what it was done.
 *
 * @param location site or node id
 * @param software the program
 * @param version its version
 */
public record Instrument(String location, String software, String version) {
  private static final Set<String> MEMBERS = Set.of("location", "software", "version");

  public Instrument {
    requireNonNull(location, "location is null");
    requireNonNull(software, "software is null");
    requireNonNull(version, "version is null");
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("location", location)
        .put("software", software)
        .put("version", version)
        .build();
  }

  public static Instrument fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new Instrument(json.string("location"), json.string("software"), json.string("version"));
  }
}
