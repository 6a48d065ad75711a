package org.safehand.web.message;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.release.ReleaseOrder;

/** Reads a release out of its request: the digest that was read, and the recipients. */
public final class ReleaseBody {
  private static final Set<String> MEMBERS = Set.of("sealDigest", "recipients");

  private ReleaseBody() {}

  public static ReleaseOrder order(
      ReferralId referral, long revision, @Nullable String key, JsonObject body) {
    try {
      body.requireOnly(MEMBERS);
      JsonObject said =
          JsonObject.builder()
              .put("referral", referral.toString())
              .put("revision", revision)
              .put("body", body)
              .build();
      List<String> recipients = body.array("recipients").strings();
      return new ReleaseOrder(
          referral,
          revision,
          JsonBody.digest(body, "sealDigest"),
          recipients,
          IdempotencyKey.required(key, said));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }
}
