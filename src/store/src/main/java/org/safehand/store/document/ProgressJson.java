package org.safehand.store.document;

import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.transfer.Progress;

/** How far a suspended dispatch had come, as JSON. */
final class ProgressJson {
  private static final String AUTHORISATION = "authorisation";
  private static final String PARCEL = "parcel";

  private ProgressJson() {}

  static JsonObject of(Progress progress) {
    JsonObjectBuilder json = JsonObject.builder().put("kind", kind(progress));
    if (progress instanceof Progress.Authorised it) {
      json.put(AUTHORISATION, TransferJson.of(it.authorisation()));
    } else if (progress instanceof Progress.Packaged it) {
      json.put(PARCEL, TransferJson.of(it.parcel()));
    } else if (progress instanceof Progress.Tried it) {
      json.put(PARCEL, TransferJson.of(it.parcel()));
    } else if (progress instanceof Progress.Offered it) {
      json.put(PARCEL, TransferJson.of(it.parcel()));
    }
    return json.build();
  }

  private static String kind(Progress progress) {
    if (progress instanceof Progress.Queued) {
      return "queued";
    }
    if (progress instanceof Progress.Authorised) {
      return "authorised";
    }
    if (progress instanceof Progress.Packaged) {
      return "packaged";
    }
    if (progress instanceof Progress.Tried) {
      return "tried";
    }
    return progress instanceof Progress.Offered ? "offered" : "unknown";
  }

  static Progress progress(JsonObject json) throws JsonException {
    return switch (json.string("kind")) {
      case "queued" -> new Progress.Queued();
      case "authorised" ->
          new Progress.Authorised(TransferJson.authorisation(json.object(AUTHORISATION)));
      case "packaged" -> new Progress.Packaged(TransferJson.parcel(json.object(PARCEL)));
      case "tried" -> new Progress.Tried(TransferJson.parcel(json.object(PARCEL)));
      case "offered" -> new Progress.Offered(TransferJson.parcel(json.object(PARCEL)));
      case "unknown" -> new Progress.Unknown();
      default -> throw json.fault("kind", "unknown");
    };
  }
}
