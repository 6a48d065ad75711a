package org.safehand.packaging.header;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * One segment, as the routing header lists it.
 *
 * @param path the entry that holds its ciphertext
 * @param bytes its length
 */
public record HeaderSegment(String path, int bytes) {
  /** Checks the range. */
  public HeaderSegment {
    requireNonNull(path, "path is null");
    if (bytes < 0 || bytes > SegmentFacts.MAX_BYTES) {
      throw new IllegalArgumentException("a segment has 0 to 16 MiB, not " + bytes);
    }
  }

  /** The entry that holds its envelope. */
  public String envelope() {
    return path.substring(0, path.length() - 3) + "cms";
  }

  JsonObject toJson() {
    return JsonObject.builder().put("bytes", bytes).put("path", path).build();
  }

  static HeaderSegment fromJson(JsonObject json, int exhibit, int index) throws JsonException {
    json.requireOnly(Set.of("bytes", "path"));
    long bytes = json.integer("bytes");
    if (bytes < 0 || bytes > SegmentFacts.MAX_BYTES) {
      throw json.fault("bytes", "a segment has 0 to 16 MiB");
    }
    String path = PackageNames.ciphertext(exhibit, index);
    if (!json.string("path").equals(path)) {
      throw json.fault("path", "is not " + path);
    }
    return new HeaderSegment(path, (int) bytes);
  }
}
