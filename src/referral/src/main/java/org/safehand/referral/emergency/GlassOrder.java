package org.safehand.referral.emergency;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.idempotency.RequestKey;
import org.safehand.referral.stepup.ProvenAct;

/**
 * A request to break the glass over a case.
 *
 * @param reference the case, as people call it
 * @param reason why
 * @param key against repetition
 */
public record GlassOrder(String reference, String reason, RequestKey key) {
  /** A case that cannot be read has no version that was read; step-ups for it name this one. */
  public static final long UNREAD = 0;

  /** Refuses nulls. */
  public GlassOrder {
    requireNonNull(reference, "reference is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(key, "key is null");
  }

  /** What {@code person} must have proven themselves for: this case, for this reason. */
  public ProvenAct binding(StaffNumber person) {
    return ProvenAct.because(person, Operation.BREAK_GLASS, reference, UNREAD, reason);
  }
}
