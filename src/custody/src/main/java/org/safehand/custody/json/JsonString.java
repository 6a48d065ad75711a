package org.safehand.custody.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/** A string of Unicode scalar values: an unpaired surrogate has no UTF-8 and is refused. */
public record JsonString(String value) implements JsonValue {
  public JsonString {
    requireNonNull(value, "value is null");
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("a string with an unpaired surrogate has no UTF-8 form");
    }
  }

  static boolean isWellFormed(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }

  @Override
  public String kind() {
    return "string";
  }
}
