package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.extract.Extract;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.id.ExtractId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.proof.ExtractCustody;
import org.safehand.referral.proof.ExtractFile;
import org.safehand.referral.proof.ExtractOrder;
import org.safehand.web.door.Asks;
import org.safehand.web.message.ExtractBody;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.view.Answers;

/**
 * Custody extracts of a case. One is issued first, and can be had once everything in it is
 * witnessed.
 */
@Path("/referrals/{id}/custody/extracts")
public class ExtractResource {
  private final Asking asking;
  private final ExtractCustody extracts;

  public ExtractResource(Asking asking, ExtractCustody extracts) {
    this.asking = requireNonNull(asking, "asking is null");
    this.extracts = requireNonNull(extracts, "extracts is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Asks(Operation.REPORT)
  public Response request(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    ExtractOrder order =
        asking.understand(
            Operation.REPORT,
            () -> ExtractBody.order(PathIds.referral(id), key, JsonBody.object(type, body)));
    ExtractId extract = Asking.done(extracts.request(asking.actor(), order));
    return Answers.with(202, JsonObject.builder().put("id", extract.toString()).build())
        .location(URI.create("referrals/" + order.referral() + "/custody/extracts/" + extract))
        .build();
  }

  @GET
  @Path("/{extractId}")
  @Produces(Extract.MEDIA_TYPE)
  @Asks(Operation.REPORT)
  public Response fetch(@PathParam("id") String id, @PathParam("extractId") String extractId)
      throws IOException {
    ReferralId referral = asking.understand(Operation.REPORT, () -> PathIds.referral(id));
    ExtractId extract = asking.understand(Operation.REPORT, () -> PathIds.extract(extractId));
    ExtractFile file = Asking.done(extracts.fetch(asking.actor(), referral, extract));
    return Response.ok(file.bytes().bytes(), Extract.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + extract + Extract.SUFFIX + "\"")
        .build();
  }
}
