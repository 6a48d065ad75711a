package org.safehand.web.transit;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.suspension.SuspendDispatch;
import org.safehand.referral.suspension.SuspensionOrder;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;
import org.safehand.web.view.DispatchJson;

/** A dispatch is held back. */
@Path("/dispatches/{id}/suspension")
@Produces(MediaType.APPLICATION_JSON)
public class SuspensionResource {
  private final Asking asking;
  private final SuspendDispatch suspend;
  private final DispatchJson json;

  public SuspensionResource(Asking asking, SuspendDispatch suspend, DispatchJson json) {
    this.asking = requireNonNull(asking, "asking is null");
    this.suspend = requireNonNull(suspend, "suspend is null");
    this.json = requireNonNull(json, "json is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.SUSPEND_DISPATCH)
  public Response suspend(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    SuspensionOrder order =
        asking.understand(
            Operation.SUSPEND_DISPATCH, () -> SuspensionBody.order(id, type, ifMatch, body));
    Dispatch next = Asking.done(suspend.suspend(asking.actor(), order));
    return Answers.ok(json.of(next), next.order().revision());
  }
}
