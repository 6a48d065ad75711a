package org.safehand.store.document;

import java.time.Instant;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.GlassSpan;
import org.safehand.referral.glass.GlassState;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.glass.ReviewedGlass;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;

/** A broken glass in its state, as JSON. */
public final class GlassJson {
  private static final String ENDED_AT = "endedAt";
  private static final String FINDING = "finding";

  private GlassJson() {}

  public static JsonObject of(Glass glass) {
    GlassTerms terms = glass.terms();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("case", terms.caseId().toString())
            .put("id", terms.id().toString())
            .put("openedAt", terms.openedAt().toString())
            .put("opener", ActJson.of(terms.opener()))
            .put("reason", terms.reason())
            .put("reference", terms.reference().value())
            .put("referral", terms.referral().toString())
            .put("reviewBy", terms.reviewBy().toString())
            .put("revision", terms.revision())
            .put("state", glass.state().name())
            .put("until", terms.until().toString())
            .put("v", 1);
    if (glass instanceof EndedGlass it) {
      json.put(ENDED_AT, it.endedAt().toString());
    } else if (glass instanceof ReviewedGlass it) {
      json.put(ENDED_AT, it.endedAt().toString()).put(FINDING, ActJson.of(it.finding()));
    }
    return json.build();
  }

  public static Glass glass(JsonObject json) throws JsonException {
    GlassTerms terms = terms(json);
    return switch (Spelling.constant(json, "state", GlassState.class)) {
      case OPEN -> new OpenGlass(terms);
      case ENDED -> new EndedGlass(terms, Spelling.instant(json, ENDED_AT));
      case REVIEWED ->
          new ReviewedGlass(
              terms, Spelling.instant(json, ENDED_AT), ActJson.closing(json.object(FINDING)));
    };
  }

  private static GlassTerms terms(JsonObject json) throws JsonException {
    if (json.integer("v") != 1) {
      throw json.fault("v", "unknown version");
    }
    return new GlassTerms(
        GlassId.parse(json.string("id")),
        json.integer("revision"),
        new HumanReference(json.string("reference")),
        CaseId.parse(json.string("case")),
        ReferralId.parse(json.string("referral")),
        ActJson.signatory(json.object("opener")),
        json.string("reason"),
        span(json));
  }

  /** What was broken before it said for how long was open for as long as may be. */
  private static GlassSpan span(JsonObject json) throws JsonException {
    Instant openedAt = Spelling.instant(json, "openedAt");
    return json.has("until")
        ? new GlassSpan(
            openedAt, Spelling.instant(json, "until"), Spelling.instant(json, "reviewBy"))
        : GlassSpan.longest(openedAt);
  }
}
