package org.safehand.web.glass;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.emergency.ReviewGlass.Shown;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassTerms;
import org.safehand.referral.glass.ReviewedGlass;

/** A broken glass as its opener and auditors see it. */
final class GlassJson {
  private GlassJson() {}

  static JsonObject of(Shown shown) {
    return json(shown.glass()).put("overdue", shown.overdue()).build();
  }

  static JsonObject of(Glass glass) {
    return json(glass).build();
  }

  private static JsonObjectBuilder json(Glass glass) {
    GlassTerms terms = glass.terms();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", terms.id().toString())
            .put("revision", terms.revision())
            .put("state", glass.state().name())
            .put("reference", terms.reference().value())
            .put("caseId", terms.caseId().toString())
            .put("referralId", terms.referral().toString())
            .put("openedBy", terms.opener().number().value())
            .put("unit", terms.opener().organisation())
            .put("reason", terms.reason())
            .put("opened", UtcText.millis(terms.openedAt()))
            .put("until", UtcText.millis(terms.until()))
            .put("reviewBy", UtcText.millis(terms.reviewBy()));
    if (glass instanceof EndedGlass ended) {
      json.put("ended", UtcText.millis(ended.endedAt()));
    } else if (glass instanceof ReviewedGlass reviewed) {
      json.put("ended", UtcText.millis(reviewed.endedAt()))
          .put("reviewedBy", reviewed.finding().by().number().value())
          .put("reviewed", UtcText.millis(reviewed.finding().at()))
          .put("finding", reviewed.finding().reason());
    }
    return json;
  }
}
