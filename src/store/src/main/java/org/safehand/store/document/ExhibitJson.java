package org.safehand.store.document;

import java.util.ArrayList;
import java.util.List;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.segment.ExhibitDigest;
import org.safehand.packaging.segment.Nonce;
import org.safehand.packaging.segment.SegmentFacts;
import org.safehand.packaging.segment.Sha512;
import org.safehand.packaging.segment.Tag;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.exhibit.StoredSegment;
import org.safehand.referral.exhibit.WrappedKey;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.id.SegmentId;

/** An exhibit with its segments, as JSON; about 400 bytes a segment. */
public final class ExhibitJson {
  private ExhibitJson() {}

  public static JsonObject of(Exhibit exhibit) {
    Acquisition acquisition = exhibit.acquisition();
    return JsonObject.builder()
        .put("completedAt", acquisition.completedAt().toString())
        .put("id", exhibit.id().toString())
        .put("mediaType", exhibit.mediaType().value())
        .put("method", acquisition.method())
        .put("name", exhibit.originalName())
        .put("number", exhibit.number())
        .put("operator", acquisition.operator().value())
        .put("segments", JsonArray.of(exhibit.segments().stream().map(ExhibitJson::of).toList()))
        .put("sha256", exhibit.digest().sha256().hex())
        .put("sha512", exhibit.digest().sha512().hex())
        .put("size", exhibit.digest().size())
        .build();
  }

  public static Exhibit exhibit(JsonObject json) throws JsonException {
    List<StoredSegment> segments = new ArrayList<>();
    for (JsonObject segment : json.array("segments").objects()) {
      segments.add(segment(segment));
    }
    return new Exhibit(
        ExhibitId.parse(json.string("id")),
        Spelling.number(json, "number"),
        json.string("name"),
        new MediaType(json.string("mediaType")),
        new ExhibitDigest(
            json.integer("size"),
            Spelling.digest(json, "sha256"),
            Sha512.ofHex(json.string("sha512"))),
        new Acquisition(
            json.string("method"),
            new StaffNumber(json.string("operator")),
            Spelling.instant(json, "completedAt")),
        segments);
  }

  private static JsonObject of(StoredSegment segment) {
    SegmentFacts facts = segment.facts();
    return JsonObject.builder()
        .put("bytes", facts.bytes())
        .put("crc32", facts.crc32())
        .put("id", segment.id().toString())
        .put("key", CanonicalBase64.encode(segment.key().bytes()))
        .put("nonce", CanonicalBase64.encode(facts.nonce().bytes()))
        .put("sha256", facts.ciphertextSha256().hex())
        .put("tag", CanonicalBase64.encode(facts.tag().bytes()))
        .build();
  }

  private static StoredSegment segment(JsonObject json) throws JsonException {
    SegmentFacts facts =
        new SegmentFacts(
            Spelling.number(json, "bytes"),
            Nonce.ofBytes(Spelling.bytes(json, "nonce")),
            Tag.ofBytes(Spelling.bytes(json, "tag")),
            Spelling.digest(json, "sha256"),
            json.integer("crc32"));
    return new StoredSegment(
        SegmentId.parse(json.string("id")), facts, WrappedKey.ofBytes(Spelling.bytes(json, "key")));
  }
}
