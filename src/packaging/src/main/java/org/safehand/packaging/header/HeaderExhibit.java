package org.safehand.packaging.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.ExhibitRecord;
import org.safehand.packaging.manifest.SegmentRecord;

/**
 * One exhibit, as the routing header lists it: a number and lengths.
 *
 * @param number exhibit number, 1 to 99999
 * @param segments in order
 */
public record HeaderExhibit(int number, List<HeaderSegment> segments) {

  /** Copies the list. */
  public HeaderExhibit {
    segments = List.copyOf(segments);
  }

  /** What the header says of {@code exhibit}. */
  public static HeaderExhibit of(ExhibitRecord exhibit) {
    List<HeaderSegment> segments = new ArrayList<>();
    for (SegmentRecord segment : exhibit.segments()) {
      String path = PackageNames.ciphertext(exhibit.number(), segments.size());
      segments.add(new HeaderSegment(path, segment.bytes()));
    }
    return new HeaderExhibit(exhibit.number(), segments);
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("number", number)
        .put("segments", JsonArray.of(segments.stream().map(HeaderSegment::toJson).toList()))
        .build();
  }

  static HeaderExhibit fromJson(JsonObject json) throws JsonException {
    json.requireOnly(Set.of("number", "segments"));
    long number = json.integer("number");
    if (number < 1 || number > ExhibitRecord.MAX_NUMBER) {
      throw json.fault("number", "exhibits are numbered 1 to 99999");
    }
    List<HeaderSegment> segments = new ArrayList<>();
    for (JsonObject segment : json.array("segments").objects()) {
      segments.add(HeaderSegment.fromJson(segment, (int) number, segments.size()));
    }
    return new HeaderExhibit((int) number, segments);
  }
}
