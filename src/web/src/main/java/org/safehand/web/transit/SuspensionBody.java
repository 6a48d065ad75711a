package org.safehand.web.transit;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.suspension.SuspensionOrder;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;

/** Reads out of a request which dispatch is meant, in which version, and why. */
final class SuspensionBody {
  private SuspensionBody() {}

  static SuspensionOrder order(
      String id, @Nullable String type, @Nullable String ifMatch, InputStream body) {
    var dispatch = PathIds.dispatch(id);
    long revision = EntityVersion.required(ifMatch);
    return new SuspensionOrder(dispatch, revision, JsonBody.text("reason", type, body));
  }
}
