package org.safehand.custody.json;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the members of one {@link JsonObject}; a name that is put twice is a bug. */
public final class JsonObjectBuilder {
  private final SortedMap<String, JsonValue> members = new TreeMap<>();

  JsonObjectBuilder() {}

  public JsonObjectBuilder put(String name, JsonValue value) {
    requireNonNull(name, "name is null");
    requireNonNull(value, "value is null");
    if (!JsonString.isWellFormed(name)) {
      throw new IllegalArgumentException("a name with an unpaired surrogate has no UTF-8 form");
    }
    if (members.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("member " + name + " was put twice");
    }
    return this;
  }

  public JsonObjectBuilder put(String name, String value) {
    return put(name, new JsonString(value));
  }

  public JsonObjectBuilder put(String name, long value) {
    return put(name, new JsonInteger(value));
  }

  public JsonObjectBuilder put(String name, boolean value) {
    return put(name, new JsonBoolean(value));
  }

  /** Puts nothing when {@code value} is empty: an absent value is an absent member, never null. */
  public JsonObjectBuilder putIfPresent(String name, Optional<String> value) {
    return value.isPresent() ? put(name, value.get()) : this;
  }

  public JsonObject build() {
    return new JsonObject(members, "");
  }
}
