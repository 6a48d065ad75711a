package org.safehand.referral.glass;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
 * @param span when, and until when
 */
public record GlassTerms(
    GlassId id,
    long revision,
    HumanReference reference,
    CaseId caseId,
    ReferralId referral,
    Signatory opener,
    String reason,
    GlassSpan span) {
  /** Refuses nulls, and revisions below 1. */
  public GlassTerms {
    requireNonNull(id, "id is null");
    requireNonNull(reference, "reference is null");
    requireNonNull(caseId, "caseId is null");
    requireNonNull(referral, "referral is null");
    requireNonNull(opener, "opener is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(span, "span is null");
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }

  /** When it was broken. */
  public Instant openedAt() {
    return span.openedAt();
  }

  /** From when on nobody reads through it. */
  public Instant until() {
    return span.until();
  }

  /** From when on its review is overdue. */
  public Instant reviewBy() {
    return span.reviewBy();
  }

  GlassTerms next() {
    return new GlassTerms(id, revision + 1, reference, caseId, referral, opener, reason, span);
  }
}
