package org.safehand.web.glass;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.emergency.BreakGlass;
import org.safehand.referral.emergency.GlassOrder;
import org.safehand.referral.emergency.OwnGlass;
import org.safehand.referral.emergency.ReviewGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.JsonBody;
import org.safehand.web.rest.Asking;
import org.safehand.web.staff.StaffPage;
import org.safehand.web.view.Answers;

/** Broken glasses: a supervisor breaks and ends one, auditors list and review them. */
@Path("/break-glass")
@Produces(MediaType.APPLICATION_JSON)
public class GlassResource {
  private final Asking asking;
  private final BreakGlass glass;
  private final OwnGlass own;
  private final ReviewGlass reviews;

  public GlassResource(Asking asking, BreakGlass glass, OwnGlass own, ReviewGlass reviews) {
    this.asking = requireNonNull(asking, "asking is null");
    this.glass = requireNonNull(glass, "glass is null");
    this.own = requireNonNull(own, "own is null");
    this.reviews = requireNonNull(reviews, "reviews is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.BREAK_GLASS)
  public Response open(
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    GlassOrder order =
        asking.understand(
            Operation.BREAK_GLASS, () -> GlassBody.order(key, JsonBody.object(type, body)));
    Glass opened = Asking.done(glass.open(asking.actor(), order));
    return Answers.created(
        "break-glass/" + opened.terms().id(), GlassJson.of(opened), opened.terms().revision());
  }

  @GET
  @Path("/mine")
  @Asks(Operation.BREAK_GLASS)
  public Response mine() {
    Optional<OpenGlass> open = Asking.done(own.open(asking.actor()));
    return Answers.ok(
        JsonObject.builder()
            .put("items", JsonArray.of(open.stream().map(GlassJson::of).toList()))
            .build());
  }

  @POST
  @Path("/{id}/end")
  @Asks(Operation.BREAK_GLASS)
  public Response end(@PathParam("id") String id) throws IOException {
    GlassId which = asking.understand(Operation.BREAK_GLASS, () -> GlassBody.id(id));
    Glass ended = Asking.done(glass.end(asking.actor(), which));
    return Answers.ok(GlassJson.of(ended), ended.terms().revision());
  }

  @GET
  @Asks(Operation.REVIEW_GLASS)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit)
      throws IOException {
    StaffPage<GlassId> page =
        asking.understand(
            Operation.REVIEW_GLASS, () -> StaffPage.parse(cursor, limit, GlassId::parse));
    return page.answer(
        "break-glass",
        Asking.done(reviews.list(asking.actor(), page.after(), page.limit() + 1)),
        GlassJson::of,
        shown -> shown.glass().terms().id());
  }

  @POST
  @Path("/{id}/review")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.REVIEW_GLASS)
  public Response review(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    GlassId which = asking.understand(Operation.REVIEW_GLASS, () -> GlassBody.id(id));
    long revision =
        asking.understand(Operation.REVIEW_GLASS, () -> EntityVersion.required(ifMatch));
    String finding =
        asking.understand(Operation.REVIEW_GLASS, () -> JsonBody.text("finding", type, body));
    ReviewGlass.Shown reviewed =
        Asking.done(reviews.review(asking.actor(), which, revision, finding));
    return Answers.ok(GlassJson.of(reviewed), reviewed.glass().terms().revision());
  }
}
