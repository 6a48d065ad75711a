package org.safehand.web.transit;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Operation;
import org.safehand.referral.hold.LiftedHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.suspension.HoldAgency;
import org.safehand.referral.suspension.LiftHold;
import org.safehand.referral.suspension.LiftOrder;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** An agency is held back as a whole, and that is lifted after a step-up. */
@Path("/agencies/{id}/hold")
@Produces(MediaType.APPLICATION_JSON)
public class HoldResource {
  private final Asking asking;
  private final HoldAgency hold;
  private final LiftHold lift;

  public HoldResource(Asking asking, HoldAgency hold, LiftHold lift) {
    this.asking = requireNonNull(asking, "asking is null");
    this.hold = requireNonNull(hold, "hold is null");
    this.lift = requireNonNull(lift, "lift is null");
  }

  private record Ordered(AgencyId agency, String reason) {}

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.SUSPEND_DISPATCH)
  public Response hold(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      InputStream body)
      throws IOException {
    Ordered order =
        asking.understand(
            Operation.SUSPEND_DISPATCH,
            () -> new Ordered(PathIds.agency(id), JsonBody.text("reason", type, body)));
    StandingHold standing = Asking.done(hold.hold(asking.actor(), order.agency(), order.reason()));
    return Answers.ok(HoldJson.of(standing), standing.revision());
  }

  @POST
  @Path("/lift")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.MANAGE_ENDPOINTS)
  public Response lift(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    LiftOrder order =
        asking.understand(
            LiftOrder.OPERATION,
            () ->
                new LiftOrder(
                    PathIds.agency(id),
                    EntityVersion.required(ifMatch),
                    JsonBody.text("reason", type, body)));
    LiftedHold lifted = Asking.done(lift.lift(asking.actor(), order));
    return Answers.ok(HoldJson.of(lifted), lifted.revision());
  }
}
