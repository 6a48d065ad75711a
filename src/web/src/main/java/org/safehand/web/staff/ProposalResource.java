package org.safehand.web.staff;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.approval.DecideProposal;
import org.safehand.referral.approval.NewProposal;
import org.safehand.referral.approval.ProposalOrder;
import org.safehand.referral.approval.ProposeChange;
import org.safehand.referral.approval.ReadProposals;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.proposal.Proposal;
import org.safehand.web.door.Asks;
import org.safehand.web.message.EntityVersion;
import org.safehand.web.message.IdempotencyKey;
import org.safehand.web.message.JsonBody;
import org.safehand.web.message.PathIds;
import org.safehand.web.rest.Asking;
import org.safehand.web.view.Answers;

/** Changes that wait for a second person, and the second person's word. */
@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {
  private final Asking asking;
  private final ReadProposals read;
  private final ProposeChange propose;
  private final DecideProposal decide;

  public ProposalResource(
      Asking asking, ReadProposals read, ProposeChange propose, DecideProposal decide) {
    this.asking = requireNonNull(asking, "asking is null");
    this.read = requireNonNull(read, "read is null");
    this.propose = requireNonNull(propose, "propose is null");
    this.decide = requireNonNull(decide, "decide is null");
  }

  @GET
  @Asks(Operation.MANAGE_USERS)
  public Response list(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit)
      throws IOException {
    StaffPage<ProposalId> page =
        asking.understand(
            Operation.MANAGE_USERS, () -> StaffPage.parse(cursor, limit, ProposalId::parse));
    return page.answer(
        "proposals",
        Asking.done(read.list(asking.actor(), page.after(), page.limit() + 1)),
        StaffJson::proposal,
        proposal -> proposal.terms().id());
  }

  @GET
  @Path("/{id}")
  @Asks(Operation.MANAGE_USERS)
  public Response one(@PathParam("id") String id) throws IOException {
    return answer(Asking.done(read.one(asking.actor(), proposal(id))));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.MANAGE_USERS)
  public Response propose(
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream body)
      throws IOException {
    JsonObject document =
        asking.understand(Operation.MANAGE_USERS, () -> JsonBody.object(type, body));
    NewProposal request =
        asking.understand(
            ChangeDocument.operation(document),
            () -> new NewProposal(IdempotencyKey.required(key, document), document));
    Proposal proposed = Asking.done(propose.propose(asking.actor(), request));
    return Answers.created(
        "proposals/" + proposed.terms().id(),
        StaffJson.proposal(proposed),
        proposed.terms().revision());
  }

  @POST
  @Path("/{id}/approve")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.MANAGE_USERS)
  public Response approve(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    ProposalId proposal = proposal(id);
    ProposalOrder order =
        asking.understand(
            () -> decide.about(proposal),
            () ->
                ProposalBody.approval(
                    proposal, EntityVersion.required(ifMatch), JsonBody.object(type, body)));
    return answer(Asking.done(decide.approve(asking.actor(), order)));
  }

  @POST
  @Path("/{id}/reject")
  @Consumes(MediaType.WILDCARD)
  @Asks(Operation.MANAGE_USERS)
  public Response reject(
      @PathParam("id") String id,
      @HeaderParam("Content-Type") @Nullable String type,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    ProposalId proposal = proposal(id);
    Supplier<Operation> about = () -> decide.about(proposal);
    JsonObject said = asking.understand(about, () -> JsonBody.object(type, body));
    ProposalOrder order =
        asking.understand(
            about, () -> ProposalBody.rejection(proposal, EntityVersion.required(ifMatch), said));
    String reason = asking.understand(about, () -> ProposalBody.reason(said));
    return answer(Asking.done(decide.reject(asking.actor(), order, reason)));
  }

  @POST
  @Path("/{id}/withdraw")
  @Asks(Operation.MANAGE_USERS)
  public Response withdraw(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch)
      throws IOException {
    ProposalId proposal = proposal(id);
    long revision =
        asking.understand(() -> decide.about(proposal), () -> EntityVersion.required(ifMatch));
    return answer(Asking.done(decide.withdraw(asking.actor(), proposal, revision)));
  }

  private ProposalId proposal(String id) throws IOException {
    return asking.understand(Operation.MANAGE_USERS, () -> PathIds.proposal(id));
  }

  private static Response answer(Proposal proposal) {
    return Answers.ok(StaffJson.proposal(proposal), proposal.terms().revision());
  }
}
