package org.safehand.web.transit;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.referral.access.Operation;
import org.safehand.referral.reading.CountDispatches;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;
import org.safehand.web.view.DispatchJson;

/** How many dispatches there are. */
@Path("/dispatch-counts")
@Produces(MediaType.APPLICATION_JSON)
public class DispatchCountResource {
  private final Asking asking;
  private final CountDispatches count;

  public DispatchCountResource(Asking asking, CountDispatches count) {
    this.asking = requireNonNull(asking, "asking is null");
    this.count = requireNonNull(count, "count is null");
  }

  @GET
  @Asks(Operation.READ_DISPATCH)
  public Response counts() {
    return Answers.ok(DispatchJson.counts(Asking.done(count.count(asking.actor()))));
  }
}
