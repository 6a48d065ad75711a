package org.safehand.web.transit;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.suspension.ReadHolds;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** The agencies that are held back, all of them. */
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldListResource {
  private final Asking asking;
  private final ReadHolds read;

  public HoldListResource(Asking asking, ReadHolds read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
  }

  @GET
  @Asks(Operation.MANAGE_ENDPOINTS)
  public Response list() {
    return Answers.ok(
        JsonObject.builder()
            .put(
                "items",
                JsonArray.of(
                    Asking.done(read.standing(asking.actor())).stream().map(HoldJson::of).toList()))
            .build());
  }
}
