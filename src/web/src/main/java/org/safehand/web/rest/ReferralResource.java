package org.safehand.web.rest;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.draft.EditDraft;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.intake.NewReferral;
import org.safehand.referral.intake.OpenReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.reading.ListReferrals;
import org.safehand.referral.reading.ReadReferral;
import org.safehand.referral.release.ReleaseOrder;
import org.safehand.referral.release.ReleaseReferral;
import org.safehand.referral.sealing.SubmitReferral;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.IdempotencyKey;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.message.ReleaseBody;
import org.safehand.web.view.Answers;
import org.safehand.web.view.ReferralJson;

/** What the hotline refers: open, list, read, edit, submit, release. */
@Path("/referrals")
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {
  private final Asking asking;
  private final ListReferrals list;
  private final ReadReferral read;
  private final OpenReferral open;
  private final EditDraft edit;
  private final SubmitReferral submit;
  private final ReleaseReferral release;
  private final HoldGate holds;

  public ReferralResource(
      Asking asking,
      ListReferrals list,
      ReadReferral read,
      OpenReferral open,
      EditDraft edit,
      SubmitReferral submit,
      ReleaseReferral release,
      HoldGate holds) {
    this.asking = requireNonNull(asking, "asking is null");
    this.list = requireNonNull(list, "list is null");
    this.read = requireNonNull(read, "read is null");
    this.open = requireNonNull(open, "open is null");
    this.edit = requireNonNull(edit, "edit is null");
    this.submit = requireNonNull(submit, "submit is null");
    this.release = requireNonNull(release, "release is null");
    this.holds = requireNonNull(holds, "holds is null");
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.CREATE_DRAFT)
  public Response open(
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    NewReferral request =
        asking.understand(
            Operation.CREATE_DRAFT,
            () -> {
              JsonObject document = JsonBody.object(type, body);
              return new NewReferral(IdempotencyKey.required(key, document), document);
            });
    Referral opened = Asking.done(open.open(asking.actor(), request));
    return Answers.created(address(opened), ReferralJson.whole(opened), revision(opened));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.EDIT_DRAFT)
  public Response edit(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    ReferralId referral = asking.understand(Operation.EDIT_DRAFT, () -> PathIds.referral(id));
    long revision = asking.understand(Operation.EDIT_DRAFT, () -> EntityVersion.required(ifMatch));
    JsonObject document =
        asking.understand(Operation.EDIT_DRAFT, () -> JsonBody.object(type, body));
    Referral edited = Asking.done(edit.edit(asking.actor(), referral, revision, document));
    return Answers.ok(ReferralJson.whole(edited), revision(edited));
  }

  @POST
  @Path("/{id}/submit")
  @Asks(Operation.SUBMIT)
  public Response submit(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    ReferralId referral = asking.understand(Operation.SUBMIT, () -> PathIds.referral(id));
    long revision = asking.understand(Operation.SUBMIT, () -> EntityVersion.required(ifMatch));
    Referral submitted = Asking.done(submit.submit(asking.actor(), referral, revision));
    return Answers.accepted(address(submitted), ReferralJson.whole(submitted), revision(submitted));
  }

  @POST
  @Path("/{id}/release")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.RELEASE)
  public Response release(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    ReleaseOrder order =
        asking.understand(
            Operation.RELEASE,
            () ->
                ReleaseBody.order(
                    PathIds.referral(id),
                    EntityVersion.required(ifMatch),
                    key,
                    JsonBody.object(type, body)));
    Referral released = Asking.done(release.release(asking.actor(), order));
    return Answers.ok(ReferralJson.released(released, held(released)), revision(released));
  }

  @GET
  @Asks(Operation.SEARCH)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit)
      throws IOException {
    PageRequest page = asking.understand(Operation.SEARCH, () -> PageRequest.parse(cursor, limit));
    return page.answer(Asking.done(list.list(asking.actor(), page.before(), page.limit() + 1)));
  }

  @GET
  @Path("/{id}")
  @Asks(Operation.READ_CASE)
  public Response read(@PathParam("id") String id) throws IOException {
    ReferralId referral = asking.understand(Operation.READ_CASE, () -> PathIds.referral(id));
    Actor actor = asking.actor();
    Referral found = Asking.done(read.read(actor, referral)).subject();
    // the version counts acts of which no agency is told, and an agency changes nothing
    return actor.agency().isPresent()
        ? Answers.ok(ReferralJson.whole(found))
        : Answers.ok(ReferralJson.whole(found), revision(found));
  }

  private List<AgencyId> held(Referral referral) {
    return referral instanceof ReleasedReferral released
        ? released.release().recipients().stream().filter(holds.held()::contains).toList()
        : List.of();
  }

  private static String address(Referral referral) {
    return "referrals/" + referral.version().id();
  }

  private static long revision(Referral referral) {
    return referral.version().revision();
  }
}
