package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to release.
 *
 * @param referral which
 * @param revision what the releaser has read
 * @param sealDigest the seal that they have read
 * @param recipients to whom, by the agencies' names in the registry
 * @param key against repetition
 */
public record ReleaseOrder(
    ReferralId referral,
    long revision,
    Digest sealDigest,
    List<String> recipients,
    RequestKey key) {
  /** Copies the list. */
  public ReleaseOrder {
    requireNonNull(referral, "referral is null");
    requireNonNull(sealDigest, "sealDigest is null");
    recipients = List.copyOf(recipients);
    requireNonNull(key, "key is null");
  }

  /** What {@code person} must have proven themselves for. */
  public ProvenAct binding(StaffNumber person) {
    return new ProvenAct(person, Operation.RELEASE, referral.toString(), revision, sealDigest);
  }
}
