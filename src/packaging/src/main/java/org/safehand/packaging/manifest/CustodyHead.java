package org.safehand.packaging.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;

/**
 * How far the custody chain of the case had come when it was sealed.
 *
 * @param events how many events there were
 * @param leaf leaf hash of the last
 */
public record CustodyHead(long events, Digest leaf) {
  /** Checks that there is an event. */
  public CustodyHead {
    requireNonNull(leaf, "leaf is null");
    if (events < 1) {
      throw new IllegalArgumentException("a sealed case has custody events");
    }
  }

  JsonObject toJson() {
    return JsonObject.builder().put("events", events).put("leaf", leaf.hex()).build();
  }

  static CustodyHead fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("events", "leaf"));
    if (json.integer("events") < 1) {
      throw json.fault("events", "a sealed case has custody events");
    }
    return new CustodyHead(json.integer("events"), Identifiers.digest(json, "leaf"));
  }
}
