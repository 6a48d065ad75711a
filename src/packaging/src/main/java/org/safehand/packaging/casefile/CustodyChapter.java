package org.safehand.packaging.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.BlindLeaf;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.packaging.manifest.CustodyHead;

/**
 * {@code custody.json} of a case file: the events of the case so far, opened, each with the leaf
 * that the log commits to. They are one chain without a gap.
 *
 * @param events in order, from the first; at least one
 */
record CustodyChapter(List<RecordedEvent> events) {
  private static final long VERSION = 1;

  CustodyChapter {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a sealed case has custody events");
    }
    EventLink expected = EventLink.first(events.get(0).link().caseId());
    for (RecordedEvent event : events) {
      if (!event.link().equals(expected)) {
        throw new IllegalArgumentException(
            "custody event " + expected.caseSequence() + " does not follow the one before");
      }
      expected = expected.next(event.leaf().leafHash());
    }
  }

  CustodyHead head() {
    Digest last = events.get(events.size() - 1).leaf().leafHash();
    return new CustodyHead(events.size(), last);
  }

  byte[] toBytes() {
    try {
      List<JsonObject> list = new ArrayList<>();
      for (RecordedEvent event : events) {
        list.add(
            JsonObject.builder()
                .put("body", Jcs.readObject(event.body()))
                .put("leaf", Jcs.readObject(event.leaf().bytes()))
                .build());
      }
      return Jcs.write(
          JsonObject.builder().put("events", JsonArray.of(list)).put("version", VERSION).build());
    } catch (JsonException e) {
      throw new IllegalStateException("an event's own bytes are canonical", e);
    }
  }

  static CustodyChapter read(byte[] bytes) throws JsonException {
    JsonObject json = Jcs.readObject(bytes);
    json.requireOnly(Set.of("events", "version"));
    if (json.integer("version") != VERSION) {
      throw json.fault("version", "unknown version");
    }
    List<RecordedEvent> events = new ArrayList<>();
    for (JsonObject event : json.array("events").objects()) {
      event.requireOnly(Set.of("body", "leaf"));
      BlindLeaf leaf =
          BlindLeaf.of(Jcs.write(event.object("leaf")))
              .orElseThrow(() -> event.fault("leaf", "not a leaf"));
      events.add(RecordedEvent.open(Jcs.write(event.object("body")), leaf));
    }
    try {
      return new CustodyChapter(events);
    } catch (IllegalArgumentException e) {
      throw json.fault("events", String.valueOf(e.getMessage()));
    }
  }
}
