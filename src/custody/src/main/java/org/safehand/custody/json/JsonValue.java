package org.safehand.custody.json;

/** A JSON value that has a canonical form here: there is no null and no fraction. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonInteger, JsonBoolean {

  /** What this is, in a word for messages. */
  String kind();
}
