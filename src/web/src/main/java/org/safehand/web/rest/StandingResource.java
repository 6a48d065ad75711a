package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.referral.access.Operation;
import org.safehand.referral.log.ReadStanding;
import org.safehand.web.door.Asks;
import org.safehand.web.view.Answers;
import org.safehand.web.view.StandingJson;

/** How far the custody log is behind what was recorded. */
@Path("/log/standing")
@Produces(MediaType.APPLICATION_JSON)
public class StandingResource {
  private final Asking asking;
  private final ReadStanding read;

  public StandingResource(Asking asking, ReadStanding read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
  }

  @GET
  @Asks(Operation.READ_LOG)
  public Response standing() {
    return Answers.ok(StandingJson.of(Asking.done(read.read(asking.actor()))));
  }
}
