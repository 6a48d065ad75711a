package org.safehand.packaging.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;

/**
 * One other entry of the case file, as the manifest lists it.
 *
 * @param name the entry
 * @param size length in bytes
 * @param sha256 SHA-256 of its content
 */
public record ListedFile(String name, long size, Digest sha256) {
  /** Checks that nothing is missing. */
  public ListedFile {
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
  }

  /** The line for {@code content} under {@code name}. */
  public static ListedFile of(String name, byte[] content) {
    return new ListedFile(name, content.length, Digest.of(content));
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .put("sha256", sha256.hex())
        .put("size", size)
        .build();
  }

  static ListedFile fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("name", "sha256", "size"));
    return new ListedFile(
        json.string("name"), json.integer("size"), Identifiers.digest(json, "sha256"));
  }
}
