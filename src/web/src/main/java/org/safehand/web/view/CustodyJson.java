package org.safehand.web.view;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.provenance.ExhibitFacts;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyTimeline;

/** The custody timeline: headers, which name nobody, and how far each event has come in the log. */
public final class CustodyJson {
  private CustodyJson() {}

  /** The events, oldest first; their numbers in the chain of the case where all are shown. */
  public static JsonObject of(CustodyTimeline timeline) {
    boolean whole = timeline instanceof CustodyTimeline.Whole;
    return JsonObject.builder()
        .put("whole", whole)
        .put(
            "events",
            JsonArray.of(timeline.entries().stream().map(entry -> event(entry, whole)).toList()))
        .build();
  }

  private static JsonObject event(CustodyEntry entry, boolean numbered) {
    RecordedEvent recorded = entry.event();
    EventHeader header = recorded.event().header();
    JsonObjectBuilder json = JsonObject.builder();
    if (numbered) {
      json.put("sequence", recorded.link().caseSequence());
    }
    json.put("type", header.type().wire())
        .put("time", UtcText.millis(header.time()))
        .put("actor", header.actor().id())
        .put("role", header.actor().role())
        .put("organisation", header.actor().organisation())
        .put("result", header.outcome().result().wire())
        .putIfPresent("code", Optional.ofNullable(header.outcome().code()))
        .put("stage", entry.standing().name().toLowerCase(Locale.ROOT))
        .put("leafHash", recorded.leaf().leafHash().hex());
    header.exhibit().map(ExhibitFacts::toJson).ifPresent(facts -> json.put("exhibit", facts));
    if (!header.facts().isEmpty()) {
      json.put("facts", facts(header.facts()));
    }
    return json.build();
  }

  private static JsonObject facts(Map<String, String> facts) {
    JsonObjectBuilder json = JsonObject.builder();
    facts.forEach(json::put);
    return json.build();
  }
}
