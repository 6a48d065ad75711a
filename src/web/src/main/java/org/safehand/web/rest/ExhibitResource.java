package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.safehand.referral.access.Operation;
import org.safehand.referral.draft.RemovalOrder;
import org.safehand.referral.draft.RemoveExhibit;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.intake.IntakeExhibit;
import org.safehand.referral.intake.NewExhibit;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.web.door.Asks;
import org.safehand.web.message.ContentDigest;
import org.safehand.web.message.ContentLength;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.FileName;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.problem.ProblemException;
import org.safehand.web.problem.RefusalStatus;
import org.safehand.web.view.Answers;
import org.safehand.web.view.ExhibitJson;
import org.safehand.web.view.ReferralJson;

/** The evidence of a referral. The body is the exhibit as it is, and is never held here. */
@Path("/referrals/{id}/exhibits")
@Produces(MediaType.APPLICATION_JSON)
public class ExhibitResource {
  private final Asking asking;
  private final IntakeExhibit intake;
  private final RemoveExhibit remove;

  public ExhibitResource(Asking asking, IntakeExhibit intake, RemoveExhibit remove) {
    this.asking = requireNonNull(asking, "asking is null");
    this.intake = requireNonNull(intake, "intake is null");
    this.remove = requireNonNull(remove, "remove is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.ADD_EXHIBIT)
  public Response add(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String mediaType,
      @HeaderParam("Content-Disposition") @Nullable String disposition,
      @HeaderParam("Content-Digest") @Nullable String digest,
      @HeaderParam("Content-Length") @Nullable String length,
      InputStream body)
      throws IOException {
    NewExhibit request =
        asking.understand(
            Operation.ADD_EXHIBIT,
            () ->
                new NewExhibit(
                    PathIds.referral(id),
                    FileName.parse(disposition),
                    mediaType == null ? "" : mediaType,
                    ContentLength.parse(length),
                    ContentDigest.sha256(digest)));
    Exhibit exhibit = taken(intake.take(asking.actor(), request, body));
    return Answers.with(201, ExhibitJson.of(exhibit))
        .location(URI.create("referrals/" + request.referral()))
        .build();
  }

  @DELETE
  @Path("/{number}")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.EDIT_DRAFT)
  public Response remove(
      @PathParam("id") String id,
      @PathParam("number") String number,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    RemovalOrder order =
        asking.understand(
            Operation.EDIT_DRAFT,
            () ->
                new RemovalOrder(
                    PathIds.referral(id),
                    EntityVersion.required(ifMatch),
                    PathIds.exhibit(number),
                    JsonBody.text("reason", type, body)));
    Referral without = Asking.done(remove.remove(asking.actor(), order));
    return Answers.ok(ReferralJson.whole(without), without.version().revision());
  }

  /** The name came in a header field, so nothing of the body is at fault for it. */
  private static Exhibit taken(Outcome<Exhibit> outcome) {
    return outcome.fold(
        exhibit -> exhibit,
        refusal -> {
          throw new ProblemException(
              RefusalStatus.problem(refusal)
                  .inHeader(IntakeExhibit.NAME_POINTER, HttpHeaders.CONTENT_DISPOSITION));
        });
  }
}
