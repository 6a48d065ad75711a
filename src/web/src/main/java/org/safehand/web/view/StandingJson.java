package org.safehand.web.view;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.log.LogState;
import org.safehand.referral.log.ReadStanding;
import org.safehand.referral.log.Stage;

/** How far the custody log is, and whether nothing leaves because of it. */
public final class StandingJson {
  private StandingJson() {}

  public static JsonObject of(ReadStanding.Shown shown) {
    LogState state = shown.state();
    JsonObjectBuilder waiting = JsonObject.builder();
    for (Stage stage : Stage.values()) {
      waiting.putIfPresent(stage.wire(), state.waitingSince(stage).map(UtcText::millis));
    }
    return JsonObject.builder()
        .put("at", UtcText.millis(state.at()))
        .put("published", state.published())
        .put("witnessed", state.witnessed())
        .put("anchored", state.anchored())
        .putIfPresent("newestAnchor", state.newestAnchor().map(UtcText::millis))
        .put("waitingSince", waiting.build())
        .put("limitSeconds", shown.staleness().limit().toSeconds())
        .put("stale", shown.staleAt().isPresent())
        .putIfPresent("staleAt", shown.staleAt().map(Stage::wire))
        .build();
  }
}
