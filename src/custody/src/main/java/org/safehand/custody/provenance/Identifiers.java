package org.safehand.custody.provenance;

import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/** Reads ids and digests out of JSON in their only spelling. */
public final class Identifiers {
  private Identifiers() {}

  /** A UUID in lower case with hyphens (RFC 9562, section 4). */
  public static UUID uuid(JsonObject json, String name) throws JsonException {
    String text = json.string(name);
    try {
      UUID uuid = UUID.fromString(text);
      if (uuid.toString().equals(text)) {
        return uuid;
      }
    } catch (IllegalArgumentException e) {
      throw json.fault(name, "not a UUID");
    }
    throw json.fault(name, "not a UUID in lower case");
  }

  /** A SHA-256 digest in lower-case hexadecimal. */
  public static Digest digest(JsonObject json, String name) throws JsonException {
    return Digest.parseHex(json.string(name))
        .orElseThrow(() -> json.fault(name, "not a SHA-256 digest in lower-case hexadecimal"));
  }
}
