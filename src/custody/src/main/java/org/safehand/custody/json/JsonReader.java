package org.safehand.custody.json;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The grammar of RFC 8259 without floats and null, to a depth of {@value #MAX_DEPTH}. */
final class JsonReader {
  static final int MAX_DEPTH = 32;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  JsonValue readDocument() throws JsonException {
    JsonValue value = readValue("");
    skipSpace();
    if (at != text.length()) {
      throw syntax("", "something follows the value");
    }
    return value;
  }

  private JsonValue readValue(String pointer) throws JsonException {
    skipSpace();
    if (at == text.length()) {
      throw syntax(pointer, "a value is missing");
    }
    char c = text.charAt(at);
    if (c == '{') {
      return readObject(pointer);
    }
    if (c == '[') {
      return readArray(pointer);
    }
    if (c == '"') {
      return new JsonString(readString(pointer));
    }
    if (c == '-' || isDigit(c)) {
      return readInteger(pointer);
    }
    return readWord(pointer);
  }

  private JsonObject readObject(String pointer) throws JsonException {
    enter(pointer);
    SortedMap<String, JsonValue> members = new TreeMap<>();
    skipSpace();
    boolean more = !skipIf('}');
    while (more) {
      skipSpace();
      expect('"', pointer);
      at--;
      String name = readString(pointer);
      String child = JsonException.child(pointer, name);
      skipSpace();
      expect(':', child);
      if (members.put(name, readValue(child)) != null) {
        throw new JsonException(child, "repeated name");
      }
      skipSpace();
      more = skipIf(',');
      if (!more) {
        expect('}', pointer);
      }
    }
    depth--;
    return new JsonObject(members, pointer);
  }

  private JsonArray readArray(String pointer) throws JsonException {
    enter(pointer);
    List<JsonValue> elements = new ArrayList<>();
    skipSpace();
    boolean more = !skipIf(']');
    while (more) {
      elements.add(readValue(pointer + "/" + elements.size()));
      skipSpace();
      more = skipIf(',');
      if (!more) {
        expect(']', pointer);
      }
    }
    depth--;
    return new JsonArray(elements, pointer);
  }

  private JsonInteger readInteger(String pointer) throws JsonException {
    int start = at;
    boolean negative = skipIf('-');
    int firstDigit = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    int digits = at - firstDigit;
    boolean leadingZero = digits > 0 && text.charAt(firstDigit) == '0' && (digits > 1 || negative);
    if (digits == 0 || leadingZero) {
      throw syntax(pointer, "not an integer in shortest form");
    }
    if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
      throw syntax(pointer, "a number here is an integer");
    }
    if (digits > 16 || Math.abs(Long.parseLong(text, start, at, 10)) > JsonInteger.MAX) {
      throw syntax(pointer, "the magnitude of an integer is below 2^53");
    }
    return new JsonInteger(Long.parseLong(text, start, at, 10));
  }

  private JsonValue readWord(String pointer) throws JsonException {
    for (boolean value : new boolean[] {true, false}) {
      String word = Boolean.toString(value);
      if (text.startsWith(word, at)) {
        at += word.length();
        return new JsonBoolean(value);
      }
    }
    throw syntax(
        pointer, text.startsWith("null", at) ? "null is not allowed" : "a value is missing");
  }

  private String readString(String pointer) throws JsonException {
    at++;
    StringBuilder out = new StringBuilder();
    while (true) {
      if (at == text.length()) {
        throw syntax(pointer, "a string does not end");
      }
      char c = text.charAt(at++);
      if (c == '"') {
        break;
      }
      if (c < 0x20) {
        throw syntax(pointer, "a control character stands in a string");
      }
      out.append(c == '\\' ? readEscape(pointer) : c);
    }
    String value = out.toString();
    if (!JsonString.isWellFormed(value)) {
      throw syntax(pointer, "an unpaired surrogate stands in a string");
    }
    return value;
  }

  private char readEscape(String pointer) throws JsonException {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> readHex(pointer);
      default -> throw syntax(pointer, "an unknown escape stands in a string");
    };
  }

  private char readHex(String pointer) throws JsonException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char c = at < text.length() ? text.charAt(at++) : ' ';
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw syntax(pointer, "\\u takes four hexadecimal digits");
      }
      value = (value << 4) | digit;
    }
    return (char) value;
  }

  private void enter(String pointer) throws JsonException {
    at++;
    if (++depth > MAX_DEPTH) {
      throw new JsonException(pointer, "nested deeper than " + MAX_DEPTH);
    }
  }

  private void expect(char wanted, String pointer) throws JsonException {
    if (!skipIf(wanted)) {
      throw syntax(pointer, "expected " + wanted);
    }
  }

  private boolean skipIf(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private JsonException syntax(String pointer, String reason) {
    return new JsonException(pointer, reason + " (character " + at + ")");
  }
}
