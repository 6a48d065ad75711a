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
import org.jspecify.annotations.Nullable;
import org.safehand.packaging.pack.SegmentSource;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.referral.reissue.ReissueDispatch;
import org.safehand.referral.reissue.ReissueOrder;
import org.safehand.referral.retrieval.FetchPackage;
import org.safehand.referral.transfer.DeliveryReceipt;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.message.ReissueBody;
import org.safehand.web.view.Answers;
import org.safehand.web.view.DispatchJson;
import org.safehand.web.view.PackageAnswer;

/** Transmissions of referral versions, each with its state, its package, its receipt. */
@Path("/dispatches/{id}")
public class DispatchResource {
  private final Asking asking;
  private final ReadDispatches read;
  private final FetchPackage fetch;
  private final ReissueDispatch reissue;
  private final SegmentSource segments;
  private final DispatchJson json;

  public DispatchResource(
      Asking asking,
      ReadDispatches read,
      FetchPackage fetch,
      ReissueDispatch reissue,
      SegmentSource segments,
      DispatchJson json) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
    this.fetch = requireNonNull(fetch, "fetch is null");
    this.reissue = requireNonNull(reissue, "reissue is null");
    this.segments = requireNonNull(segments, "segments is null");
    this.json = requireNonNull(json, "json is null");
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Asks(Operation.READ_DISPATCH)
  public Response one(@PathParam("id") String id) throws IOException {
    Dispatch dispatch =
        Asking.done(read.one(asking.actor(), dispatch(Operation.READ_DISPATCH, id)));
    return Answers.ok(json.of(dispatch), dispatch.order().revision());
  }

  @GET
  @Path("/receipt")
  @Produces("application/pkcs7-mime")
  @Asks(Operation.READ_DISPATCH)
  public Response receipt(@PathParam("id") String id) throws IOException {
    DispatchId dispatch = dispatch(Operation.READ_DISPATCH, id);
    DeliveryReceipt receipt = Asking.done(read.receipt(asking.actor(), dispatch));
    return Response.ok(receipt.bytes().bytes(), "application/pkcs7-mime; smime-type=signed-data")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"receipt.p7m\"")
        .build();
  }

  @GET
  @Path("/package")
  @Produces(PackageAnswer.MEDIA_TYPE)
  @Asks(Operation.FETCH_PACKAGE)
  public Response fetch(
      @PathParam("id") String id,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange)
      throws IOException {
    DispatchId dispatch = dispatch(Operation.FETCH_PACKAGE, id);
    PackageAnswer answer = new PackageAnswer(segments, range, ifRange);
    return answer.of(Asking.done(fetch.fetch(asking.actor(), dispatch, answer::range)));
  }

  @POST
  @Path("/reissue")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Asks(Operation.REISSUE)
  public Response reissue(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    ReissueOrder order =
        asking.understand(
            Operation.REISSUE,
            () ->
                ReissueBody.order(
                    PathIds.dispatch(id),
                    EntityVersion.required(ifMatch),
                    key,
                    JsonBody.object(type, body)));
    Dispatch next = Asking.done(reissue.reissue(asking.actor(), order));
    return Answers.created(
        "dispatches/" + next.order().id(), json.of(next), next.order().revision());
  }

  private DispatchId dispatch(Operation operation, String id) throws IOException {
    return asking.understand(operation, () -> PathIds.dispatch(id));
  }
}
