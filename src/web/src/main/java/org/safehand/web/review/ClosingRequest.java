package org.safehand.web.review;

import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.id.ReferralId;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;

/** What both ask for: which referral, in which revision, and why. */
record ClosingRequest(ReferralId referral, long revision, String reason) {
  private static final Set<String> MEMBERS = Set.of("reason");

  static ClosingRequest read(
      String id, @Nullable String ifMatch, @Nullable String type, InputStream body) {
    ReferralId referral = PathIds.referral(id);
    long revision = EntityVersion.required(ifMatch);
    JsonObject said = JsonBody.object(type, body);
    try {
      said.requireOnly(MEMBERS);
      return new ClosingRequest(referral, revision, said.string("reason"));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }
}
