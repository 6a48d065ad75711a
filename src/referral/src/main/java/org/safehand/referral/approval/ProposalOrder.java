package org.safehand.referral.approval;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonObject;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.ProposalId;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to approve or reject.
 *
 * @param proposal which
 * @param revision what the second person has read
 * @param digest of the change that they have read
 * @param fingerprint of an agency's key, as they were told it themselves; only to approve one
 */
public record ProposalOrder(
    ProposalId proposal, long revision, Digest digest, Optional<Digest> fingerprint) {
  /** Refuses nulls. */
  public ProposalOrder {
    requireNonNull(proposal, "proposal is null");
    requireNonNull(digest, "digest is null");
    requireNonNull(fingerprint, "fingerprint is null");
  }

  /** One that names no key. */
  public ProposalOrder(ProposalId proposal, long revision, Digest digest) {
    this(proposal, revision, digest, Optional.empty());
  }

  /** The act of approving, which a step-up is bound to. */
  public ProvenAct approval(StaffNumber person, Operation operation) {
    return new ProvenAct(person, operation, proposal.toString(), revision, digest);
  }

  /**
   * The act of rejecting; it names the SHA-256 of the JCS form of what is said, {@code digest} and
   * {@code reason}, so that a second factor shown to reject approves nothing.
   */
  public ProvenAct rejection(StaffNumber person, Operation operation, String reason) {
    JsonObject said =
        JsonObject.builder().put("digest", digest.hex()).put("reason", reason).build();
    return new ProvenAct(
        person, operation, proposal.toString(), revision, Digest.of(Jcs.write(said)));
  }
}
