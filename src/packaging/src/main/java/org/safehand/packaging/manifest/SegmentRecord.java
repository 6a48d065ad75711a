package org.safehand.packaging.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * One segment of an exhibit, as the manifest lists it; its index is its position.
 *
 * @param bytes length of plaintext and ciphertext, 0 to 16 MiB
 * @param ciphertextSha256 SHA-256 of the stored ciphertext without tag
 */
public record SegmentRecord(int bytes, Digest ciphertextSha256) {
  /** Checks the range. */
  public SegmentRecord {
    requireNonNull(ciphertextSha256, "ciphertextSha256 is null");
    if (bytes < 0 || bytes > SegmentFacts.MAX_BYTES) {
      throw new IllegalArgumentException("a segment has 0 to 16 MiB, not " + bytes);
    }
  }

  /** The record of a stored segment. */
  public static SegmentRecord of(SegmentFacts facts) {
    return new SegmentRecord(facts.bytes(), facts.ciphertextSha256());
  }

  JsonObject toJson(int index) {
    return JsonObject.builder()
        .put("bytes", bytes)
        .put("ciphertextSha256", ciphertextSha256.hex())
        .put("index", index)
        .build();
  }

  static SegmentRecord fromJson(JsonObject json, int index) throws JsonException {
    json.requireOnly(Set.of("bytes", "ciphertextSha256", "index"));
    if (json.integer("index") != index) {
      throw json.fault("index", "is not its position, " + index);
    }
    long bytes = json.integer("bytes");
    if (bytes < 0 || bytes > SegmentFacts.MAX_BYTES) {
      throw json.fault("bytes", "a segment has 0 to 16 MiB");
    }
    return new SegmentRecord((int) bytes, Identifiers.digest(json, "ciphertextSha256"));
  }
}
