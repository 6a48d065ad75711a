package org.safehand.referral.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;

/** A document that is one change away from a good one. */
final class DocumentChange {
  private JsonObject document;

  private DocumentChange(JsonObject document) {
    this.document = document;
  }

  static DocumentChange of(JsonObject document) {
    return new DocumentChange(document);
  }

  DocumentChange put(String pointer, String value) {
    return put(pointer, new JsonString(value));
  }

  DocumentChange put(String pointer, JsonValue value) {
    document = (JsonObject) change(document, pointer.substring(1).split("/", -1), 0, value);
    return this;
  }

  DocumentChange remove(String pointer) {
    document = (JsonObject) change(document, pointer.substring(1).split("/", -1), 0, null);
    return this;
  }

  JsonObject done() {
    return document;
  }

  private static JsonValue change(JsonValue in, String[] path, int at, @Nullable JsonValue value) {
    if (in instanceof JsonArray array) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      int index = Integer.parseInt(path[at]);
      if (at < path.length - 1) {
        elements.set(index, change(elements.get(index), path, at + 1, value));
      } else if (value == null) {
        elements.remove(index);
      } else {
        elements.set(index, value);
      }
      return JsonArray.of(elements);
    }
    Map<String, JsonValue> members = new TreeMap<>(((JsonObject) in).members());
    if (at < path.length - 1) {
      members.computeIfPresent(path[at], (name, child) -> change(child, path, at + 1, value));
    } else if (value == null) {
      members.remove(path[at]);
    } else {
      members.put(path[at], value);
    }
    JsonObjectBuilder builder = JsonObject.builder();
    members.forEach(builder::put);
    return builder.build();
  }
}
