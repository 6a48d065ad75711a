package org.safehand.web.view;

import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;

/** An exhibit by its measures; never a byte of it. */
public final class ExhibitJson {
  private ExhibitJson() {}

  /** One exhibit. */
  public static JsonObject of(Exhibit exhibit) {
    return JsonObject.builder()
        .put("id", exhibit.id().toString())
        .put("number", exhibit.number())
        .put("name", exhibit.originalName())
        .put("mediaType", exhibit.mediaType().value())
        .put("size", exhibit.digest().size())
        .put("sha256", exhibit.digest().sha256().hex())
        .put("sha512", exhibit.digest().sha512().hex())
        .put("completed", UtcText.millis(exhibit.acquisition().completedAt()))
        .build();
  }

  /** What is told of an exhibit that was taken out. */
  static JsonObject tombstone(RemovedExhibit removed) {
    return JsonObject.builder()
        .put("number", removed.exhibit().number())
        .put("sha256", removed.exhibit().digest().sha256().hex())
        .put("removed", UtcText.millis(removed.at()))
        .put("removedBy", removed.by().value())
        .put("reason", removed.reason())
        .build();
  }
}
