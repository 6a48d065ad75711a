package org.safehand.custody.json;

import java.util.Map;

/** Serialisation of RFC 8785, section 3.2. */
final class JcsWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JcsWriter() {}

  static void append(JsonValue value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      appendObject(object, out);
    } else if (value instanceof JsonArray array) {
      appendArray(array, out);
    } else if (value instanceof JsonString string) {
      appendString(string.value(), out);
    } else if (value instanceof JsonInteger integer) {
      out.append(integer.value());
    } else if (value instanceof JsonBoolean bool) {
      out.append(bool.value());
    } else {
      throw new IllegalStateException("unknown kind " + value.kind());
    }
  }

  private static void appendObject(JsonObject object, StringBuilder out) {
    char separator = '{';
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      out.append(separator);
      appendString(member.getKey(), out);
      out.append(':');
      append(member.getValue(), out);
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void appendArray(JsonArray array, StringBuilder out) {
    char separator = '[';
    for (JsonValue element : array.elements()) {
      out.append(separator);
      append(element, out);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  /** RFC 8785, section 3.2.2.2: only what must be escaped is, in its shortest form. */
  private static void appendString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
