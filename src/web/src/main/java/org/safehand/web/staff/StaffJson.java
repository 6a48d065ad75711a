package org.safehand.web.staff;

import java.util.Optional;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.json.JsonObject;
import org.safehand.custody.json.JsonObjectBuilder;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.BindingJson;
import org.safehand.referral.proposal.ApprovedProposal;
import org.safehand.referral.proposal.Decision;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.referral.proposal.RejectedProposal;
import org.safehand.referral.proposal.WithdrawnProposal;

/** People and proposals as their readers see them. */
final class StaffJson {
  private StaffJson() {}

  static JsonObject person(Binding person) {
    JsonObjectBuilder json = JsonObject.builder();
    for (var member : BindingJson.of(person).members().entrySet()) {
      JsonValue value = member.getValue();
      json.put(member.getKey(), value);
    }
    return json.put("active", person.active()).put("revision", person.revision()).build();
  }

  static JsonObject proposal(Proposal proposal) {
    ProposalTerms terms = proposal.terms();
    JsonObjectBuilder json =
        JsonObject.builder()
            .put("id", terms.id().toString())
            .put("state", proposal.state().name())
            .put("revision", terms.revision())
            .put("change", terms.change().content())
            .put("digest", terms.change().digest().hex())
            .put("proposedBy", terms.proposer().number().value())
            .put("proposedAt", UtcText.millis(terms.proposedAt()))
            .put("expiresAt", UtcText.millis(terms.expiresAt()));
    if (proposal instanceof RejectedProposal rejected) {
      json.put("reason", rejected.closing().reason());
    }
    decision(proposal)
        .ifPresent(
            decision ->
                json.put("decidedBy", decision.by().number().value())
                    .put("decidedAt", UtcText.millis(decision.at())));
    return json.build();
  }

  private static Optional<Decision> decision(Proposal proposal) {
    if (proposal instanceof ApprovedProposal approved) {
      return Optional.of(approved.decision());
    }
    if (proposal instanceof WithdrawnProposal withdrawn) {
      return Optional.of(withdrawn.decision());
    }
    return proposal instanceof RejectedProposal rejected
        ? Optional.of(new Decision(rejected.closing().by(), rejected.closing().at()))
        : Optional.empty();
  }
}
