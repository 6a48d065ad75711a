package org.safehand.web.transit;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.StandingHold;

/** Whether an agency is held back, since when, by whom and why. */
final class HoldJson {
  private HoldJson() {}

  static JsonObject of(AgencyHold hold) {
    return JsonObject.builder()
        .put("agency", hold.agency().value())
        .put("revision", hold.revision())
        .put("heldBack", hold instanceof StandingHold)
        .put("since", UtcText.millis(hold.at()))
        .put("by", hold.by().value())
        .put("reason", hold.reason())
        .build();
  }
}
