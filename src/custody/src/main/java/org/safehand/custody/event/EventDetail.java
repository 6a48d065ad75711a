package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;

/**
 * Names of persons and free text, apart from the header so that they can be withheld.
 *
 * @param texts by name, for example {@code actorName} or {@code note}
 */
public record EventDetail(Map<String, String> texts) {
  private static final String TEXTS = "texts";
  private static final long VERSION = 1;

  public EventDetail {
    texts =
        Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(texts, "texts is null")));
  }

  /** Nothing to say. */
  public static EventDetail none() {
    return new EventDetail(Map.of());
  }

  public JsonObject toJson() {
    JsonObjectBuilder members = JsonObject.builder();
    texts.forEach(members::put);
    return JsonObject.builder().put(TEXTS, members.build()).put("v", VERSION).build();
  }

  public static EventDetail fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of(TEXTS, "v"));
    if (json.integer("v") != VERSION) {
      throw json.fault("v", "unknown version");
    }
    JsonObject members = json.object(TEXTS);
    SortedMap<String, String> texts = new TreeMap<>();
    for (String name : members.members().keySet()) {
      texts.put(name, members.string(name));
    }
    return new EventDetail(texts);
  }
}
