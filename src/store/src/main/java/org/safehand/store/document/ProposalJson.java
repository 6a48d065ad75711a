package org.safehand.store.document;

import java.time.Instant;
import org.safehand.custody.json.JsonException;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.referral.change.Change;
import org.safehand.referral.change.ChangeDocument;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.proposal.ApprovedProposal;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.OpenProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalState;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.RejectedProposal;
import org.safehand.referral.proposal.WithdrawnProposal;

/** A proposal in its state, as JSON. */
public final class ProposalJson {
  private static final String CLOSING = "closing";
  private static final String DECISION = "decision";

  private ProposalJson() {}

  public static JsonObject of(Proposal proposal) {
    ProposalTerms terms = proposal.terms();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("change", terms.change().content())
            .put("expiresAt", terms.expiresAt().toString())
            .put("id", terms.id().toString())
            .put("proposedAt", terms.proposedAt().toString())
            .put("proposer", ActJson.of(terms.proposer()))
            .put("revision", terms.revision())
            .put("state", proposal.state().name());
    if (proposal instanceof ApprovedProposal it) {
      json.put(DECISION, of(it.decision()));
    } else if (proposal instanceof WithdrawnProposal it) {
      json.put(DECISION, of(it.decision()));
    } else if (proposal instanceof RejectedProposal it) {
      json.put(CLOSING, ActJson.of(it.closing()));
    }
    return json.build();
  }

  public static Proposal proposal(JsonObject json) throws JsonException {
    OpenProposal open = new OpenProposal(terms(json));
    return switch (Spelling.constant(json, "state", ProposalState.class)) {
      case OPEN -> open;
      case APPROVED -> new ApprovedProposal(open.terms(), decision(json));
      case WITHDRAWN -> new WithdrawnProposal(open.terms(), decision(json));
      case REJECTED -> new RejectedProposal(open.terms(), ActJson.closing(json.object(CLOSING)));
      case EXPIRED -> throw json.fault("state", "is never stored");
    };
  }

  private static ProposalTerms terms(JsonObject json) throws JsonException {
    Instant proposedAt = Spelling.instant(json, "proposedAt");
    return new ProposalTerms(
        ProposalId.parse(json.string("id")),
        json.integer("revision"),
        change(json),
        ActJson.signatory(json.object("proposer")),
        proposedAt,
        // what was proposed before it said until when waits as long as may be
        json.has("expiresAt")
            ? Spelling.instant(json, "expiresAt")
            : proposedAt.plus(ProposalTerms.OPEN_FOR));
  }

  private static Change change(JsonObject json) throws JsonException {
    return ChangeDocument.read(json.object("change"))
        .fold(
            change -> change,
            refusal -> {
              throw new IllegalArgumentException("change" + refusal.detail());
            });
  }

  private static JsonObject of(Decision decision) {
    return JsonObject.builder()
        .put("at", decision.at().toString())
        .put("by", ActJson.of(decision.by()))
        .build();
  }

  private static Decision decision(JsonObject json) throws JsonException {
    JsonObject decision = json.object(DECISION);
    return new Decision(ActJson.signatory(decision.object("by")), Spelling.instant(decision, "at"));
  }
}
