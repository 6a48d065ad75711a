package org.safehand.cli.log;

import java.util.List;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.log.VerifiedLog;

/** What is shown of a log of which every byte was checked. */
public final class VerifiedLogReport {
  private VerifiedLogReport() {}

  public static JsonObject of(VerifiedLog verified) {
    return JsonObject.builder()
        .put("verified", true)
        .put("origin", verified.checkpoint().origin())
        .put("entries", verified.checkpoint().size())
        .put("root", verified.checkpoint().root().hex())
        .put("signers", JsonArray.ofStrings(verified.signers()))
        .put("anchors", JsonArray.ofStrings(anchors(verified)))
        .put("files", verified.files())
        .build();
  }

  /** Each time-stamped checkpoint as its size and the time of the authority. */
  private static List<String> anchors(VerifiedLog verified) {
    return verified.anchors().stream()
        .map(anchor -> anchor.size() + " at " + anchor.time())
        .toList();
  }
}
