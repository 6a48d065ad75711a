package org.safehand.web.view;

import java.util.Optional;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.exhibit.Exhibit;

/** An exhibit by its measures; never a byte of it. */
public final class ExhibitJson {
  private ExhibitJson() {}

  /**
   * One exhibit.
   *
   * @param masked leaves out its name, which is somebody's text
   */
  public static JsonObject of(Exhibit exhibit, boolean masked) {
    return JsonObject.builder()
        .put("id", exhibit.id().toString())
        .put("number", exhibit.number())
        .putIfPresent("name", masked ? Optional.empty() : Optional.of(exhibit.originalName()))
        .put("mediaType", exhibit.mediaType().value())
        .put("size", exhibit.digest().size())
        .put("sha256", exhibit.digest().sha256().hex())
        .put("sha512", exhibit.digest().sha512().hex())
        .put("completed", UtcText.millis(exhibit.acquisition().completedAt()))
        .build();
  }
}
