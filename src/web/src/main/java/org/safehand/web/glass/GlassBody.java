package org.safehand.web.glass;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.emergency.GlassOrder;
import org.safehand.referral.glass.GlassId;
import org.safehand.web.message.IdempotencyKey;
import org.safehand.web.message.JsonBody;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.WebCode;

/** Reads out of requests which case is to be read and why, and what an auditor found. */
final class GlassBody {
  private static final Set<String> ORDER = Set.of("reference", "reason");

  private GlassBody() {}

  static GlassOrder order(@Nullable String key, JsonObject body) {
    try {
      body.requireOnly(ORDER);
      return new GlassOrder(
          body.string("reference"), body.string("reason"), IdempotencyKey.required(key, body));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  static GlassId id(String text) {
    try {
      return GlassId.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(WebCode.NOT_FOUND, "");
    }
  }
}
