package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.safehand.referral.access.Operation;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.web.door.Asks;
import org.safehand.web.message.PathIds;
import org.safehand.web.view.Answers;
import org.safehand.web.view.DispatchJson;

/**
 * The dispatches of a referral. A class of its own, because JAX-RS settles on the class whose path
 * is the longest before it looks at any method.
 */
@Path("/referrals/{id}/dispatches")
@Produces(MediaType.APPLICATION_JSON)
public class DispatchListResource {
  private final Asking asking;
  private final ReadDispatches read;
  private final DispatchJson json;

  public DispatchListResource(Asking asking, ReadDispatches read, DispatchJson json) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
    this.json = requireNonNull(json, "json is null");
  }

  @GET
  @Asks(Operation.READ_DISPATCH)
  public Response list(@PathParam("id") String id) throws IOException {
    ReferralId referral = asking.understand(Operation.READ_DISPATCH, () -> PathIds.referral(id));
    return Answers.ok(json.list(Asking.done(read.of(asking.actor(), referral))));
  }
}
