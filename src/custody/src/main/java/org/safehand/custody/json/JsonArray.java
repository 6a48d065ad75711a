package org.safehand.custody.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** An ordered list of values. Two arrays are equal when their elements are. */
public final class JsonArray implements JsonValue {
  private final List<JsonValue> elements;
  private final String pointer;

  JsonArray(List<? extends JsonValue> elements, String pointer) {
    this.elements = List.copyOf(elements);
    this.pointer = pointer;
  }

  /** The array of {@code elements}. */
  public static JsonArray of(List<? extends JsonValue> elements) {
    return new JsonArray(requireNonNull(elements, "elements is null"), "");
  }

  /** The array of strings {@code texts}. */
  public static JsonArray ofStrings(List<String> texts) {
    return of(texts.stream().map(JsonString::new).toList());
  }

  public List<JsonValue> elements() {
    return elements;
  }

  /** The elements, all of which must be objects. */
  public List<JsonObject> objects() throws JsonException {
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof JsonObject object)) {
        throw wrongKind(i, "object");
      }
      objects.add(object);
    }
    return List.copyOf(objects);
  }

  /** The elements, all of which must be strings. */
  public List<String> strings() throws JsonException {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof JsonString string)) {
        throw wrongKind(i, "string");
      }
      strings.add(string.value());
    }
    return List.copyOf(strings);
  }

  private JsonException wrongKind(int index, String wanted) {
    return new JsonException(
        pointer + "/" + index, "expected " + wanted + ", found " + elements.get(index).kind());
  }

  @Override
  public String kind() {
    return "array";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonArray that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
