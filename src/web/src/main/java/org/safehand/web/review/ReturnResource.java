package org.safehand.web.review;

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
import org.safehand.referral.release.CloseReferral;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;

/** A sealed referral is sent back to its author. */
@Path("/referrals/{id}/return")
@Produces(MediaType.APPLICATION_JSON)
public class ReturnResource {
  private final Closing closing;

  public ReturnResource(Asking asking, CloseReferral close) {
    this.closing = new Closing(asking, Operation.RETURN, close::sendBack);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.RETURN)
  public Response sendBack(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    return closing.answer(id, type, ifMatch, body);
  }
}
