package org.safehand.packaging.header;

import static java.util.Objects.requireNonNull;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.provenance.Identifiers;
import org.safehand.packaging.segment.SegmentFacts;

/**
 * {@code package.json}.
 *
 * @param routing ids, sender, time
 * @param referral the referral's opaque id
 * @param sealDigest which case file is inside
 * @param recipient for whom
 * @param exhibits by rising number
 */
public record PackageHeader(
    Routing routing,
    String referral,
    Digest sealDigest,
    HeaderRecipient recipient,
    List<HeaderExhibit> exhibits) {
  private static final long VERSION = 1;
  private static final Set<String> MEMBERS =
      Set.of(
          "created",
          "exhibits",
          "handling",
          "packageId",
          "quantumSafe",
          "recipient",
          "referral",
          "sealDigest",
          "segmentBytes",
          "sender",
          "sequence",
          "supersedes",
          "version");

  /** Copies the list; the time is cut to the millisecond that the form can say. */
  public PackageHeader {
    requireNonNull(routing, "routing is null");
    requireNonNull(referral, "referral is null");
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(recipient, "recipient is null");
    exhibits = List.copyOf(exhibits);
    routing =
        new Routing(
            routing.packageId(),
            routing.sender(),
            routing.created().truncatedTo(ChronoUnit.MILLIS),
            routing.sequence(),
            routing.supersedes(),
            routing.handling());
  }

  /** The package's id. */
  public UUID packageId() {
    return routing.packageId();
  }

  /** The one form. */
  public byte[] toBytes() {
    return Jcs.write(
        JsonObject.builder()
            .put("created", UtcText.millis(routing.created()))
            .put("exhibits", JsonArray.of(exhibits.stream().map(HeaderExhibit::toJson).toList()))
            .put("handling", routing.handling())
            .put("packageId", routing.packageId().toString())
            .put("quantumSafe", recipient.algorithm().quantumSafe())
            .put("recipient", recipient.toJson())
            .put("referral", referral)
            .put("sealDigest", sealDigest.hex())
            .put("segmentBytes", SegmentFacts.MAX_BYTES)
            .put("sender", routing.sender())
            .put("sequence", routing.sequence())
            .putIfPresent("supersedes", routing.supersedes().map(UUID::toString))
            .put("version", VERSION)
            .build());
  }

  /** SHA-256 of {@link #toBytes}: what the release record and the custody log name. */
  public Digest digest() {
    return Digest.of(toBytes());
  }

  /**
   * Reads the one form.
   *
   * @throws JsonException pointing at what is wrong in it
   */
  public static PackageHeader read(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.readObject(bytes);
    json.requireOnly(MEMBERS);
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    if (json.integer("segmentBytes") != SegmentFacts.MAX_BYTES) {
      throw json.fault("segmentBytes", "is not 16 MiB");
    }
    HeaderRecipient recipient = HeaderRecipient.fromJson(json.object("recipient"));
    if (json.bool("quantumSafe") != recipient.algorithm().quantumSafe()) {
      throw json.fault("quantumSafe", "the recipient's algorithm says otherwise");
    }
    List<HeaderExhibit> exhibits = new ArrayList<>();
    for (JsonObject exhibit : json.array("exhibits").objects()) {
      exhibits.add(HeaderExhibit.fromJson(exhibit));
    }
    return new PackageHeader(
        routing(json),
        json.string("referral"),
        Identifiers.digest(json, "sealDigest"),
        recipient,
        exhibits);
  }

  private static Routing routing(JsonObject json) throws JsonException {
    if (json.integer("sequence") < 1) {
      throw json.fault("sequence", "packages count from 1");
    }
    return new Routing(
        Identifiers.uuid(json, "packageId"),
        json.string("sender"),
        UtcText.parseMillis(json.string("created"))
            .orElseThrow(() -> json.fault("created", "not a time in UTC to the millisecond")),
        json.integer("sequence"),
        json.has("supersedes")
            ? Optional.of(Identifiers.uuid(json, "supersedes"))
            : Optional.empty(),
        json.string("handling"));
  }
}
