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
import org.safehand.referral.reading.ReadCustody;
import org.safehand.web.door.Asks;
import org.safehand.web.message.PathIds;
import org.safehand.web.view.Answers;
import org.safehand.web.view.CustodyJson;

/** The chain of custody of a case. */
@Path("/referrals/{id}/custody")
@Produces(MediaType.APPLICATION_JSON)
public class CustodyResource {
  private final Asking asking;
  private final ReadCustody read;

  public CustodyResource(Asking asking, ReadCustody read) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
  }

  @GET
  @Asks(Operation.READ_CUSTODY)
  public Response timeline(@PathParam("id") String id) throws IOException {
    ReferralId referral = asking.understand(Operation.READ_CUSTODY, () -> PathIds.referral(id));
    return Answers.ok(CustodyJson.of(Asking.done(read.read(asking.actor(), referral))));
  }
}
