package org.safehand.custody.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.chain.TagKey;
import org.safehand.custody.chain.TagPeriod;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventDetail;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.note.NoteException;
import org.safehand.custody.note.SignedNote;
import org.safehand.custody.provenance.Identifiers;

/** Reads an extract out of its one encoding; what it says is not checked. */
final class ExtractReader {
  private static final Set<String> MEMBERS =
      Set.of("case", "checkpoint", "events", "level", "nextTagKey", "periods", "v");
  private static final Set<String> OPENED =
      Set.of("detail", "header", "index", "leaf", "link", "proof");
  private static final Set<String> LOST = Set.of("index", "leaf", "lost", "proof");
  private static final int MAX_PROOF = 63;

  private ExtractReader() {}

  static Extract read(byte[] bytes) throws ExtractException {
    if (bytes.length > Extract.MAX_BYTES) {
      throw malformed("the file", "longer than " + Extract.MAX_BYTES + " bytes");
    }
    try {
      JsonObject json = Jcs.readObject(bytes);
      if (json.integer("v") != ExtractWriter.VERSION) {
        throw new ExtractException(
            ExtractFault.VERSION,
            "/v",
            Long.toString(ExtractWriter.VERSION),
            Long.toString(json.integer("v")));
      }
      json.requireOnly(MEMBERS);
      return new Extract(
          Identifiers.uuid(json, "case"),
          level(json),
          checkpoint(json),
          periods(json),
          json.has("nextTagKey") ? Optional.of(tagKey(json, "nextTagKey")) : Optional.empty(),
          events(json));
    } catch (JsonException e) {
      throw malformed(e.pointer().isEmpty() ? "the file" : e.pointer(), e.reason());
    }
  }

  private static ExtractException malformed(String place, String reason) {
    return new ExtractException(
        ExtractFault.MALFORMED, place, "an extract in its one encoding", reason);
  }

  private static ExtractLevel level(JsonObject json) throws JsonException {
    return ExtractLevel.ofWire(json.string("level"))
        .orElseThrow(() -> json.fault("level", "unknown level"));
  }

  private static SignedNote checkpoint(JsonObject json) throws JsonException {
    try {
      return SignedNote.parse(json.string("checkpoint").getBytes(UTF_8));
    } catch (NoteException e) {
      throw json.fault("checkpoint", String.valueOf(e.getMessage()));
    }
  }

  private static List<TagPeriod> periods(JsonObject json) throws JsonException {
    List<TagPeriod> periods = new ArrayList<>();
    for (JsonObject period : some(json, "periods")) {
      period.requireOnly(Set.of("first", "key"));
      periods.add(new TagPeriod(natural(period, "first"), tagKey(period, "key")));
    }
    return periods;
  }

  private static List<ExtractEvent> events(JsonObject json) throws JsonException {
    List<ExtractEvent> events = new ArrayList<>();
    for (JsonObject event : some(json, "events")) {
      events.add(event.has("lost") ? lost(event) : opened(event));
    }
    return events;
  }

  private static ExtractEvent lost(JsonObject json) throws JsonException {
    json.requireOnly(LOST);
    if (!json.bool("lost")) {
      throw json.fault("lost", "absent, or true");
    }
    return new ExtractEvent.Lost(natural(json, "index"), leaf(json), proof(json));
  }

  private static ExtractEvent opened(JsonObject json) throws JsonException {
    json.requireOnly(OPENED);
    JsonObject link = part(json, "link");
    return new ExtractEvent.Opened(
        natural(json, "index"),
        leaf(json),
        proof(json),
        new OpenedPart<>(EventLink.fromJson(link.object("value")), salt(link)),
        json.has("header") ? Optional.of(header(part(json, "header"))) : Optional.empty(),
        json.has("detail") ? Optional.of(detail(part(json, "detail"))) : Optional.empty());
  }

  private static OpenedPart<EventHeader> header(JsonObject part) throws JsonException {
    return new OpenedPart<>(EventHeader.fromJson(part.object("value")), salt(part));
  }

  private static OpenedPart<EventDetail> detail(JsonObject part) throws JsonException {
    return new OpenedPart<>(EventDetail.fromJson(part.object("value")), salt(part));
  }

  private static JsonObject part(JsonObject json, String name) throws JsonException {
    JsonObject part = json.object(name);
    part.requireOnly(Set.of("salt", "value"));
    return part;
  }

  private static Digest salt(JsonObject part) throws JsonException {
    return hash(part, "salt", part.string("salt"));
  }

  private static BlindLeaf leaf(JsonObject json) throws JsonException {
    return BlindLeaf.of(Jcs.write(json.object("leaf")))
        .orElseThrow(() -> json.fault("leaf", "not a leaf"));
  }

  private static List<Digest> proof(JsonObject json) throws JsonException {
    List<Digest> proof = new ArrayList<>();
    for (String text : json.array("proof").strings()) {
      proof.add(hash(json, "proof", text));
    }
    if (proof.size() > MAX_PROOF) {
      throw json.fault("proof", "more than " + MAX_PROOF + " hashes");
    }
    return proof;
  }

  private static TagKey tagKey(JsonObject json, String name) throws JsonException {
    return TagKey.ofBytes(hash(json, name, json.string(name)).bytes());
  }

  private static Digest hash(JsonObject json, String name, String text) throws JsonException {
    return Digest.ofBase64(text)
        .orElseThrow(() -> json.fault(name, "not 32 bytes in canonical base 64"));
  }

  private static long natural(JsonObject json, String name) throws JsonException {
    long number = json.integer(name);
    if (number < 0) {
      throw json.fault(name, "negative");
    }
    return number;
  }

  private static List<JsonObject> some(JsonObject json, String name) throws JsonException {
    List<JsonObject> objects = json.array(name).objects();
    if (objects.isEmpty() || objects.size() > Extract.MAX_EVENTS) {
      throw json.fault(name, "not 1 to " + Extract.MAX_EVENTS);
    }
    return objects;
  }
}
