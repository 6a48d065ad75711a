package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.safehand.referral.access.Signatory;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;

/**
 * What a broken glass is in every state.
 *
 * @param id opaque
 * @param revision counts changes of state, from 1; the API's ETag
 * @param reference by which the case was named
 * @param caseId the one case
 * @param referral the newest version of it when the glass was broken
 * @param opener who broke it, with the second factor; their unit is whose glass it is
 * @param reason why; may speak of the case
 * @param openedAt when, to the millisecond as it is written down
 */
public record GlassTerms(
    GlassId id,
    long revision,
    HumanReference reference,
    CaseId caseId,
    ReferralId referral,
    Signatory opener,
    String reason,
    Instant openedAt) {
  /** How long the case may be read. */
  public static final Duration READ_FOR = Duration.ofMinutes(60);

  /** How long after it was broken an auditor may take to review it. */
  public static final Duration REVIEW_WITHIN = Duration.ofHours(24);

  /** Refuses nulls, and revisions below 1; cuts the time to milliseconds. */
  public GlassTerms {
    requireNonNull(id, "id is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(referral, "referral is null");
    requireNonNull(opener, "opener is null");
    requireNonNull(reason, "reason is null");
    openedAt = requireNonNull(openedAt, "openedAt is null").truncatedTo(ChronoUnit.MILLIS);
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  /** From when on nobody reads through it. */
  public Instant until() {
    return openedAt.plus(READ_FOR);
  }

  /** From when on its review is overdue. */
  public Instant reviewBy() {
    return openedAt.plus(REVIEW_WITHIN);
  }

  GlassTerms next() {
    return new GlassTerms(id, revision + 1, reference, caseId, referral, opener, reason, openedAt);
  }
}
