package org.safehand.web.review;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;
import org.safehand.web.view.ReferralJson;

/** One way to end a review: which operation it is, and what does it. */
final class Closing {
  private final Asking asking;
  private final Operation operation;
  private final Act act;

  Closing(Asking asking, Operation operation, Act act) {
    this.asking = requireNonNull(asking, "asking is null");
    this.operation = requireNonNull(operation, "operation is null");
    this.act = requireNonNull(act, "act is null");
  }

  /** What is done to the referral in the revision that was read. */
  @FunctionalInterface
  interface Act {
    Outcome<Referral> close(Actor actor, ReferralId referral, long revision, String reason);
  }

  private record Request(ReferralId referral, long revision, String reason) {}

  Response answer(String id, @Nullable String type, @Nullable String ifMatch, InputStream body)
      throws IOException {
    Request request = asking.understand(operation, () -> read(id, type, ifMatch, body));
    Referral closed =
        Asking.done(
            act.close(asking.actor(), request.referral(), request.revision(), request.reason()));
    return Answers.ok(ReferralJson.whole(closed), closed.version().revision());
  }

  private static Request read(
      String id, @Nullable String type, @Nullable String ifMatch, InputStream body) {
    ReferralId referral = PathIds.referral(id);
    long revision = EntityVersion.required(ifMatch);
    return new Request(referral, revision, JsonBody.text("reason", type, body));
  }
}
