package org.safehand.custody.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.encoding.CanonicalBase64;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonInteger;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonString;
import org.safehand.custody.json.JsonValue;

/** Writes an extract in its one encoding. */
final class ExtractWriter {
  static final long VERSION = 1;

  private ExtractWriter() {}

  /** The members in canonical order, one event at a time, so that no tree of all is made. */
  static byte[] write(Extract extract) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    member(out, "{", "case", new JsonString(extract.caseId().toString()));
    member(out, ",", "checkpoint", new JsonString(extract.checkpoint().toString()));
    text(out, ",\"events\":[");
    String comma = "";
    for (ExtractEvent event : extract.events()) {
      text(out, comma);
      out.writeBytes(Jcs.write(event(event)));
      comma = ",";
    }
    text(out, "]");
    member(out, ",", "level", new JsonString(extract.level().wire()));
    extract
        .nextTagKey()
        .ifPresent(key -> member(out, ",", "nextTagKey", new JsonString(base64(key))));
    member(
        out,
        ",",
        "periods",
        JsonArray.of(extract.periods().stream().map(ExtractWriter::period).toList()));
    member(out, ",", "v", new JsonInteger(VERSION));
    text(out, "}");
    return out.toByteArray();
  }

  private static void member(
      ByteArrayOutputStream out, String before, String name, JsonValue value) {
    text(out, before + "\"" + name + "\":");
    out.writeBytes(Jcs.write(value));
  }

  private static void text(ByteArrayOutputStream out, String ascii) {
    out.writeBytes(ascii.getBytes(US_ASCII));
  }

  private static String base64(TagKey key) {
    return CanonicalBase64.encode(key.bytes());
  }

  private static JsonObject period(TagPeriod period) {
    return JsonObject.builder()
        .put("first", period.first())
        .put("key", base64(period.key()))
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
