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
import org.safehand.referral.release.WithdrawOrder;
import org.safehand.referral.release.WithdrawRelease;
import org.safehand.web.door.Asks;
import org.safehand.web.rest.Asking;

/** A release is taken back before anything of it was sent, after a step-up. */
@Path("/referrals/{id}/release-withdrawal")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseWithdrawalResource {
  private final Closing closing;

  public ReleaseWithdrawalResource(Asking asking, WithdrawRelease withdraw) {
    this.closing =
        new Closing(
            asking,
            Operation.WITHDRAW_RELEASED,
            (actor, referral, revision, reason) ->
                withdraw.withdraw(actor, new WithdrawOrder(referral, revision, reason)));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.WITHDRAW_RELEASED)
  public Response withdraw(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    return closing.answer(id, type, ifMatch, body);
  }
}
