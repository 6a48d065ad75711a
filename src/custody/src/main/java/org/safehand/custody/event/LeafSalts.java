package org.safehand.custody.event;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;

/**
 * The three 32-byte salts under which an event's parts are committed to. Whoever has a salt can
 * test guesses of its part, so salts are kept encrypted and opened one by one.
 */
public record LeafSalts(Digest link, Digest header, Digest detail) {
  private static final Set<String> MEMBERS = Set.of("d", "h", "l");

  public LeafSalts {
    requireNonNull(link, "link is null");
    requireNonNull(header, "header is null");
    requireNonNull(detail, "detail is null");
  }

  /** Three fresh salts. */
  public static LeafSalts random(SecureRandom random) {
    return new LeafSalts(salt(random), salt(random), salt(random));
  }

  private static Digest salt(SecureRandom random) {
    byte[] salt = new byte[Digest.LENGTH];
    random.nextBytes(salt);
    return Digest.ofBytes(salt);
  }

  public JsonObject toJson() {
    return JsonObject.builder()
        .put("d", detail.base64())
        .put("h", header.base64())
        .put("l", link.base64())
        .build();
  }

  public static LeafSalts fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    return new LeafSalts(salt(json, "l"), salt(json, "h"), salt(json, "d"));
  }

  private static Digest salt(JsonObject json, String name) throws JsonException {
    return Digest.ofBase64(json.string(name))
        .orElseThrow(() -> json.fault(name, "not 32 bytes in canonical base 64"));
  }

  /** Never the salts. */
  @Override
  public String toString() {
    return "leaf salts";
  }
}
