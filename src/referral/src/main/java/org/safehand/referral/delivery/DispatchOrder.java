package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;

/**
 * What a dispatch is in every state.
 *
 * @param id the same at each retry; the receiver's key against double delivery
 * @param referral the version that is sent
 * @param caseId its case
 * @param sealDigest the version's seal
 * @param agency to whom
 * @param endpoint which of the agency's endpoints
 * @param channel how
 * @param queuedAt when it was released
 * @param revision counts changes of state, from 1
 * @param fence counts claims, from 0; a sender whose fence is not the current one writes nothing
 */
public record DispatchOrder(
    DispatchId id,
    ReferralId referral,
    CaseId caseId,
    Digest sealDigest,
    AgencyId agency,
    String endpoint,
    Channel channel,
    Instant queuedAt,
    long revision,
    long fence) {
  /** Refuses nulls and counts below their start. */
  public DispatchOrder {
    requireNonNull(id, "id is null");
    requireNonNull(referral, "referral is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(sealDigest, "sealDigest is null");
    requireNonNull(agency, "agency is null");
    requireNonNull(endpoint, "endpoint is null");
    requireNonNull(channel, "channel is null");
    requireNonNull(queuedAt, "queuedAt is null");
    if (revision < 1 || fence < 0) {
      throw new IllegalArgumentException("revisions count from 1, fences from 0");
    }
  }

  DispatchOrder next() {
    return at(revision + 1, fence);
  }

  DispatchOrder claimed() {
    return at(revision + 1, fence + 1);
  }

  private DispatchOrder at(long newRevision, long newFence) {
    return new DispatchOrder(
        id,
        referral,
        caseId,
        sealDigest,
        agency,
        endpoint,
        channel,
        queuedAt,
        newRevision,
        newFence);
  }
}
