package org.safehand.custody.json;

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
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String kind() {
    return "string";
  }
}
