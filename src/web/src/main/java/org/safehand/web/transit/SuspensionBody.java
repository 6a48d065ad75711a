package org.safehand.web.transit;

import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.suspension.SuspensionOrder;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;

/** Reads out of a request which dispatch is meant, in which version, and why. */
final class SuspensionBody {
  private static final Set<String> MEMBERS = Set.of("reason");

  private SuspensionBody() {}

  static SuspensionOrder order(
      String id, @Nullable String type, @Nullable String ifMatch, InputStream body) {
    var dispatch = PathIds.dispatch(id);
    long revision = EntityVersion.required(ifMatch);
    JsonObject said = JsonBody.object(type, body);
    try {
      said.requireOnly(MEMBERS);
      return new SuspensionOrder(dispatch, revision, said.string("reason"));
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }
}
