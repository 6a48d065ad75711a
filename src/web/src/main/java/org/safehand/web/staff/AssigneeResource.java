package org.safehand.web.staff;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.handover.HandOverReferral;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;
import org.safehand.web.view.ReferralJson;

/** Whose a referral is to work on. */
@Path("/referrals/{id}/assignee")
@Produces(MediaType.APPLICATION_JSON)
public class AssigneeResource {
  private final Asking asking;
  private final HandOverReferral handOver;

  public AssigneeResource(Asking asking, HandOverReferral handOver) {
    this.asking = requireNonNull(asking, "asking is null");
    this.handOver = requireNonNull(handOver, "handOver is null");
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.HAND_OVER)
  public Response assign(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    ReferralId referral = asking.understand(Operation.HAND_OVER, () -> PathIds.referral(id));
    long revision = asking.understand(Operation.HAND_OVER, () -> EntityVersion.required(ifMatch));
    StaffNumber assignee =
        asking.understand(Operation.HAND_OVER, () -> assignee(JsonBody.object(type, body)));
    Referral handed = Asking.done(handOver.handOver(asking.actor(), referral, revision, assignee));
    return Answers.ok(ReferralJson.whole(handed), handed.version().revision());
  }

  private static StaffNumber assignee(JsonObject body) {
    try {
      body.requireOnly(Set.of("assignee"));
      return number(body);
    } catch (JsonException wrong) {
      throw JsonBody.field(wrong);
    }
  }

  private static StaffNumber number(JsonObject body) throws JsonException {
    try {
      return new StaffNumber(body.string("assignee"));
    } catch (IllegalArgumentException malformed) {
      throw body.fault("assignee", "not a staff number");
    }
  }
}
