package org.safehand.packaging.manifest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Sha512;

/**
 * One exhibit, as the manifest lists it.
 *
 * @param number exhibit number, 1 to 99999
 * @param name the name it was handed in under; never used as a path
 * @param mediaType the media type it was declared to have; never acted upon
 * @param digest size and digests of the plaintext
 * @param acquisition where it comes from and how it was taken in
 * @param segments all of 16 MiB but the last; a single empty one for an empty exhibit
 */
public record ExhibitRecord(
    int number,
    String name,
    String mediaType,
    ExhibitDigest digest,
    JsonObject acquisition,
    List<SegmentRecord> segments) {
  /** The greatest exhibit number. */
  public static final int MAX_NUMBER = 99_999;

  private static final Set<String> MEMBERS =
      Set.of("acquisition", "mediaType", "name", "number", "segments", "sha256", "sha512", "size");

  /** Checks the number and that the segments are the one way to cut this size. */
  public ExhibitRecord {
    requireNonNull(name, "name is null");
    requireNonNull(mediaType, "mediaType is null");
    requireNonNull(digest, "digest is null");
    requireNonNull(acquisition, "acquisition is null");
    segments = List.copyOf(segments);
    if (number < 1 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("exhibits are numbered 1 to 99999, not " + number);
    }
    if (!isCut(digest.size(), segments)) {
      throw new IllegalArgumentException("exhibit " + number + " is not cut at each 16 MiB");
    }
  }

  private static boolean isCut(long size, List<SegmentRecord> segments) {
    long left = size;
    for (int i = 0; i < segments.size(); i++) {
      if (i > 0 && left == 0) {
        return false;
      }
      long wanted = Math.min(left, SegmentFacts.MAX_BYTES);
      if (segments.get(i).bytes() != wanted) {
        return false;
      }
      left -= wanted;
    }
    return left == 0 && !segments.isEmpty();
  }

  JsonObject toJson() {
    List<JsonObject> cut = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      cut.add(segments.get(i).toJson(i));
    }
    return JsonObject.builder()
        .put("acquisition", acquisition)
        .put("mediaType", mediaType)
        .put("name", name)
        .put("number", number)
        .put("segments", JsonArray.of(cut))
        .put("sha256", digest.sha256().hex())
        .put("sha512", digest.sha512().hex())
        .put("size", digest.size())
        .build();
  }

  static ExhibitRecord fromJson(JsonObject json) throws JsonException {
    json.requireOnly(MEMBERS);
    List<JsonObject> cut = json.array("segments").objects();
    List<SegmentRecord> segments = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      segments.add(SegmentRecord.fromJson(cut.get(i), i));
    }
    long number = json.integer("number");
    if (number < 1 || number > MAX_NUMBER) {
      throw json.fault("number", "exhibits are numbered 1 to 99999");
    }
    try {
      ExhibitDigest digest =
          new ExhibitDigest(
              json.integer("size"),
              Identifiers.digest(json, "sha256"),
              Sha512.ofHex(json.string("sha512")));
      return new ExhibitRecord(
          (int) number,
          json.string("name"),
          json.string("mediaType"),
          digest,
          json.object("acquisition"),
          segments);
    } catch (IllegalArgumentException e) {
      throw json.fault("segments", String.valueOf(e.getMessage()));
    }
  }
}
