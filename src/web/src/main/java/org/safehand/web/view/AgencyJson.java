package org.safehand.web.view;

import java.util.List;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.endpoint.Agency;

/** Agencies as a releaser chooses among them; no address, no certificate. */
public final class AgencyJson {
  private AgencyJson() {}

  /** All of {@code agencies}. */
  public static JsonObject list(List<Agency> agencies) {
    return JsonObject.builder()
        .put("items", JsonArray.of(agencies.stream().map(AgencyJson::of).toList()))
        .build();
  }

  private static JsonObject of(Agency agency) {
    return JsonObject.builder()
        .put("id", agency.id().value())
        .put("name", agency.name())
        .put("country", agency.country())
        .put(
            "channels",
            JsonArray.ofStrings(
                agency.endpoints().stream()
                    .map(endpoint -> endpoint.channel().wire())
                    .distinct()
                    .toList()))
        .build();
  }
}
