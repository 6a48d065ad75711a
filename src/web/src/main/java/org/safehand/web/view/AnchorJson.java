package org.safehand.web.view;

import java.util.List;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.anchor.Anchor;

/** Which sizes of the custody log are time-stamped, and since when. */
public final class AnchorJson {
  private AnchorJson() {}

  /** The anchors, in the order in which they are given. */
  public static JsonObject list(List<Anchor> anchors) {
    return JsonObject.builder()
        .put("items", JsonArray.of(anchors.stream().map(AnchorJson::of).toList()))
        .build();
  }

  private static JsonObject of(Anchor anchor) {
    return JsonObject.builder()
        .put("size", anchor.size())
        .put("time", UtcText.millis(anchor.at()))
        .build();
  }
}
