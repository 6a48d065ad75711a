package org.safehand.web.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
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
          certificate(body),
          body.string("reason"),
          IdempotencyKey.required(key, said));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static Digest certificate(JsonObject body) throws JsonException {
    String hex = body.string("certificate");
    try {
      return Digest.ofHex(hex);
    } catch (IllegalArgumentException malformed) {
      throw body.fault("certificate", "not 64 lower-case hexadecimal digits");
    }
  }
}
