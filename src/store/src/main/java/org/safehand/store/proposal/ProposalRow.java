package org.safehand.store.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.proposal.ApprovedProposal;
import org.safehand.referral.proposal.Proposal;
import org.safehand.referral.proposal.ProposalState;
import org.safehand.referral.proposal.ProposalTerms;
import org.safehand.store.document.ProposalJson;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** A proposal; who proposed and who approved stand in columns too, for the database's own rule. */
@Entity
@Table(name = "proposal")
class ProposalRow {
  @Id
  @Column(name = "proposal_id")
  private UUID id;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private String subject;

  @Column(updatable = false)
  private String proposer;

  @Column private @Nullable String approver;

  @Column
  @Enumerated(EnumType.STRING)
  private ProposalState state;

  private long revision;
  private byte[] document;

  @SuppressWarnings("NullAway.Init")
  protected ProposalRow() {}

  @SuppressWarnings("NullAway.Init") // replace sets the rest
  ProposalRow(Proposal proposal) {
    ProposalTerms terms = proposal.terms();
    id = terms.id().value();
    kind = terms.change().kind();
    subject = terms.change().about();
    proposer = terms.proposer().number().value();
    replace(proposal);
  }

  final void replace(Proposal proposal) {
    state = proposal.state();
    revision = proposal.terms().revision();
    approver = approver(proposal);
    document = Jcs.write(ProposalJson.of(proposal));
  }

  long revision() {
    return revision;
  }

  /** The proposal of the document, which the columns must say the same of. */
  Proposal proposal() {
    try {
      Proposal read = ProposalJson.proposal(Jcs.readObject(document));
      if (!isOf(read)) {
        throw new IllegalArgumentException("the columns say another proposal than the document");
      }
      return read;
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "proposal " + id, e);
    }
  }

  private boolean isOf(Proposal read) {
    ProposalTerms terms = read.terms();
    return id.equals(terms.id().value())
        && kind.equals(terms.change().kind())
        && subject.equals(terms.change().about())
        && proposer.equals(terms.proposer().number().value())
        && Objects.equals(approver, approver(read))
        && state == read.state()
        && revision == terms.revision();
  }

  private static @Nullable String approver(Proposal proposal) {
    return proposal instanceof ApprovedProposal approved
        ? approved.decision().by().number().value()
        : null;
  }
}
