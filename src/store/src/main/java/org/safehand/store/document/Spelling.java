package org.safehand.store.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * How single values are spelled in stored documents: instants as ISO 8601 to the nanosecond,
 * digests in hexadecimal, bytes in base 64.
 */
final class Spelling {
  private Spelling() {}

  static Instant instant(JsonObject json, String name) throws JsonException {
    try {
      return Instant.parse(json.string(name));
    } catch (DateTimeException e) {
      throw json.fault(name, "not an instant");
    }
  }

  static Digest digest(JsonObject json, String name) throws JsonException {
    try {
      return Digest.ofHex(json.string(name));
    } catch (IllegalArgumentException e) {
      throw json.fault(name, "not a digest");
    }
  }

  static byte[] bytes(JsonObject json, String name) throws JsonException {
    return CanonicalBase64.decode(json.string(name))
        .orElseThrow(() -> json.fault(name, "not base 64"));
  }

  static int number(JsonObject json, String name) throws JsonException {
    long value = json.integer(name);
    if (value != (int) value) {
      throw json.fault(name, "out of range");
    }
    return (int) value;
  }

  static <E extends Enum<E>> E constant(JsonObject json, String name, Class<E> type)
      throws JsonException {
    try {
      return Enum.valueOf(type, json.string(name));
    } catch (IllegalArgumentException e) {
      throw json.fault(name, "unknown");
    }
  }

  static <T> T required(JsonObject json, String name, Optional<T> value) throws JsonException {
    return value.orElseThrow(() -> json.fault(name, "unknown"));
  }
}
