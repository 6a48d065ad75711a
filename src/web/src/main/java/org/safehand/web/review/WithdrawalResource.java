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

/** A draft, or a sealed referral, is taken back before it is released. */
@Path("/referrals/{id}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class WithdrawalResource {
  private final Closing closing;

  public WithdrawalResource(Asking asking, CloseReferral close) {
    this.closing = new Closing(asking, Operation.WITHDRAW, close::withdraw);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.WITHDRAW)
  public Response withdraw(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    return closing.answer(id, type, ifMatch, body);
  }
}
