package org.safehand.custody.json;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Named values in canonical order, which is by UTF-16 code units (RFC 8785, section 3.2.3).
 *
 * <p>The typed getters throw a {@link JsonException} that points at the member when it is absent or
 * of another kind. An object that was read knows where it stood in its document.
 */
public final class JsonObject implements JsonValue {
  private final SortedMap<String, JsonValue> members;
  private final String pointer;

  JsonObject(SortedMap<String, JsonValue> members, String pointer) {
    this.members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    this.pointer = pointer;
  }

  public static JsonObjectBuilder builder() {
    return new JsonObjectBuilder();
  }

  /** All members, in canonical order; not modifiable. */
  public Map<String, JsonValue> members() {
    return members;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  public String string(String name) throws JsonException {
    return member(name, JsonString.class, "string").value();
  }

  public Optional<String> optionalString(String name) throws JsonException {
    return has(name) ? Optional.of(string(name)) : Optional.empty();
  }

  public long integer(String name) throws JsonException {
    return member(name, JsonInteger.class, "integer").value();
  }

  public boolean bool(String name) throws JsonException {
    return member(name, JsonBoolean.class, "boolean").value();
  }

  public JsonObject object(String name) throws JsonException {
    return member(name, JsonObject.class, "object");
  }

  public JsonArray array(String name) throws JsonException {
    return member(name, JsonArray.class, "array");
  }

  /** Refuses any member whose name is not among {@code names}. */
  public void requireOnly(Set<String> names) throws JsonException {
    for (String name : members.keySet()) {
      if (!names.contains(name)) {
        throw fault(name, "unknown member");
      }
    }
  }

  /** The refusal of member {@code name} for {@code reason}. */
  public JsonException fault(String name, String reason) {
    return new JsonException(JsonException.child(pointer, name), reason);
  }

  private <T extends JsonValue> T member(String name, Class<T> kind, String wanted)
      throws JsonException {
    JsonValue value = members.get(requireNonNull(name, "name is null"));
    if (value == null) {
      throw fault(name, "missing " + wanted);
    }
    if (!kind.isInstance(value)) {
      throw fault(name, "expected " + wanted + ", found " + value.kind());
    }
    return kind.cast(value);
  }

  @Override
  public String kind() {
    return "object";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
