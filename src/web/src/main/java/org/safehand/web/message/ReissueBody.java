package org.safehand.web.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.reissue.ReissueOrder;

/** Reads a reissue out of its request: the certificate that was read, and the reason. */
public final class ReissueBody {
  private static final Set<String> MEMBERS = Set.of("certificate", "reason");

  private ReissueBody() {}

  public static ReissueOrder order(
      DispatchId dispatch, long revision, @Nullable String key, JsonObject body) {
    try {
      body.requireOnly(MEMBERS);
      JsonObject said =
          JsonObject.builder()
              .put("dispatch", dispatch.toString())
              .put("revision", revision)
              .put("body", body)
              .build();
      return new ReissueOrder(
          dispatch,
          revision,
          JsonBody.digest(body, "certificate"),
          body.string("reason"),
          IdempotencyKey.required(key, said));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }
}
