package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.safehand.referral.access.Operation;
import org.safehand.referral.verification.VerifyCustody;
import org.safehand.web.door.Asks;
import org.safehand.web.view.Answers;
import org.safehand.web.view.AuditJson;

/** The stored log compared with itself, now. */
@Path("/log/verifications")
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {
  private final Asking asking;
  private final VerifyCustody verify;

  public VerificationResource(Asking asking, VerifyCustody verify) {
    this.asking = requireNonNull(asking, "asking is null");
    this.verify = requireNonNull(verify, "verify is null");
  }

  @POST
  @Asks(Operation.READ_LOG)
  public Response verify() {
    return Answers.ok(AuditJson.of(Asking.done(verify.verify(asking.actor()))));
  }
}
