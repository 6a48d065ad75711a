package org.safehand.web.view;

import java.util.List;
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

/** The custody timeline: headers, which name nobody, and how far each event has come in the log. */
public final class CustodyJson {
  private CustodyJson() {}

  /** The events, oldest first. */
  public static JsonObject timeline(List<CustodyEntry> entries) {
    return JsonObject.builder()
        .put("events", JsonArray.of(entries.stream().map(CustodyJson::event).toList()))
        .build();
  }

  private static JsonObject event(CustodyEntry entry) {
    RecordedEvent recorded = entry.event();
    EventHeader header = recorded.event().header();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("sequence", recorded.link().caseSequence())
            .put("type", header.type().wire())
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
