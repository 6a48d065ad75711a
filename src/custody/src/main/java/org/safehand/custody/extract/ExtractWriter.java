package org.safehand.custody.extract;

import java.util.List;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;

/** Writes an extract in its one encoding. */
final class ExtractWriter {
  static final long VERSION = 1;

  private ExtractWriter() {}

  static byte[] write(Extract extract) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("case", extract.caseId().toString())
            .put("checkpoint", extract.checkpoint().toString())
            .put(
                "events",
                JsonArray.of(extract.events().stream().map(ExtractWriter::event).toList()))
            .put("level", extract.level().wire())
            .put(
                "periods",
                JsonArray.of(extract.periods().stream().map(ExtractWriter::period).toList()))
            .put("v", VERSION);
    extract
        .nextTagKey()
        .ifPresent(key -> json.put("nextTagKey", CanonicalBase64.encode(key.bytes())));
    return Jcs.write(json.build());
  }

  private static JsonObject period(TagPeriod period) {
    return JsonObject.builder()
        .put("first", period.first())
        .put("key", CanonicalBase64.encode(period.key().bytes()))
        .build();
  }

  private static JsonObject event(ExtractEvent event) {
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("index", event.index())
            .put("leaf", leaf(event))
            .put("proof", proof(event.proof()));
    if (event instanceof ExtractEvent.Opened opened) {
      json.put("link", part(opened.link().value().toJson(), opened.link().salt()));
      opened.header().ifPresent(p -> json.put("header", part(p.value().toJson(), p.salt())));
      opened.detail().ifPresent(p -> json.put("detail", part(p.value().toJson(), p.salt())));
    } else {
      json.put("lost", true);
    }
    return json.build();
  }

  private static JsonObject leaf(ExtractEvent event) {
    try {
      return Jcs.readObject(event.leaf().bytes());
    } catch (JsonException e) {
      throw new IllegalStateException("a leaf is canonical JSON", e);
    }
  }

  private static JsonObject part(JsonObject value, Digest salt) {
    return JsonObject.builder().put("salt", salt.base64()).put("value", value).build();
  }

  private static JsonArray proof(List<Digest> hashes) {
    return JsonArray.ofStrings(hashes.stream().map(Digest::base64).toList());
  }
}
