package org.safehand.custody.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * RFC 8785, JSON Canonicalization Scheme, over the values of this package.
 *
 * <p>{@link #read} accepts a byte sequence only if it is the one that {@link #write} makes of the
 * value read, so a value has one spelling and a spelling one value.
 */
public final class Jcs {
  private Jcs() {}

  /** The canonical UTF-8 bytes of {@code value}. */
  public static byte[] write(JsonValue value) {
    StringBuilder out = new StringBuilder();
    JcsWriter.append(requireNonNull(value, "value is null"), out);
    return out.toString().getBytes(UTF_8);
  }

  /** The value whose canonical form is exactly {@code bytes}. */
  public static JsonValue read(byte[] bytes) throws JsonException {
    JsonValue value = readAnyLayout(bytes);
    byte[] canonical = write(value);
    if (!Arrays.equals(canonical, bytes)) {
      throw new JsonException(
          "", "not in canonical form from byte " + Arrays.mismatch(canonical, bytes));
    }
    return value;
  }

  /** As {@link #read}, and the value must be an object. */
  public static JsonObject readObject(byte[] bytes) throws JsonException {
    return requireObject(read(bytes));
  }

  /**
   * Reads a file that people edit: spaces, escapes and the order of members are free, everything
   * else (no float, no null, no repeated name, nothing after the value) is as strict.
   */
  public static JsonValue readAnyLayout(byte[] bytes) throws JsonException {
    requireNonNull(bytes, "bytes is null");
    try {
      String text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return new JsonReader(text).readDocument();
    } catch (CharacterCodingException e) {
      throw new JsonException("", "not UTF-8");
    }
  }

  /** {@code value} as an object. */
  public static JsonObject requireObject(JsonValue value) throws JsonException {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("", "expected object, found " + value.kind());
  }
}
