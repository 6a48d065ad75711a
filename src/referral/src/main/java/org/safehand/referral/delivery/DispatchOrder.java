package org.safehand.referral.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.transfer.Reissue;

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
 * @param queuedAt when it was released or reissued
 * @param reissue if it takes the place of another: of which, and for which certificate
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
    Optional<Reissue> reissue,
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
    requireNonNull(reissue, "reissue is null");
    if (revision < 1 || fence < 0) {
      throw new IllegalArgumentException("revisions count from 1, fences from 0");
    }
  }

  /** Which of the dispatches of this referral version for this endpoint it is; the first is 1. */
  public long sequence() {
    return reissue.map(Reissue::sequence).orElse(1L);
  }

  /**
   * A new dispatch of the same seal to the same endpoint that takes the place of this one, for
   * {@code certificate} and no other.
   */
  public QueuedDispatch reissued(DispatchId newId, Digest certificate, Instant at) {
    return new QueuedDispatch(
        new DispatchOrder(
            newId,
            referral,
            caseId,
            sealDigest,
            agency,
            endpoint,
            channel,
            at,
            Optional.of(new Reissue(id, sequence() + 1, certificate)),
            1,
            0));
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
        reissue,
        newRevision,
        newFence);
  }
}
