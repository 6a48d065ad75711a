package org.safehand.web.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.extract.ExtractLevel;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.proof.ExtractOrder;

/** Reads out of a request what kind of custody extract is asked for. */
public final class ExtractBody {
  private static final Set<String> MEMBERS = Set.of("level", "purpose", "toDate");

  private ExtractBody() {}

  public static ExtractOrder order(ReferralId referral, @Nullable String key, JsonObject body) {
    try {
      body.requireOnly(MEMBERS);
      JsonObject said =
          JsonObject.builder()
              .put("extract", "custody")
              .put("referral", referral.toString())
              .put("body", body)
              .build();
      return new ExtractOrder(
          referral,
          level(body),
          body.string("purpose"),
          body.has("toDate") && body.bool("toDate"),
          IdempotencyKey.required(key, said));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static ExtractLevel level(JsonObject body) throws JsonException {
    return ExtractLevel.ofWire(body.string("level"))
        .orElseThrow(() -> body.fault("level", "not links, headers or details"));
  }
}
