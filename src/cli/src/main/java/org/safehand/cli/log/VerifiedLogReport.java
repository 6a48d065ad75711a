package org.safehand.cli.log;

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
        .put("files", verified.files())
        .build();
  }
}
