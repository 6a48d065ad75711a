package org.safehand.referral.task;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;

/** One thing to do; there is never more than one of a kind for one subject. */
public record Task(TaskKind kind, UUID subject) {
  /** Refuses nulls. */
  public Task {
    requireNonNull(kind, "kind is null");
    requireNonNull(subject, "subject is null");
  }

  /** To seal {@code referral}. */
  public static Task seal(ReferralId referral) {
    return new Task(TaskKind.SEAL, referral.value());
  }

  /** To authorise {@code dispatch}. */
  public static Task authorise(DispatchId dispatch) {
    return new Task(TaskKind.AUTHORISE, dispatch.value());
  }

  /** To package {@code dispatch}. */
  public static Task pack(DispatchId dispatch) {
    return new Task(TaskKind.PACKAGE, dispatch.value());
  }

  /** The referral that it is about, if it is of kind {@code SEAL}. */
  public ReferralId referral() {
    return new ReferralId(subject);
  }

  /** The dispatch that it is about, if it is of another kind. */
  public DispatchId dispatch() {
    return new DispatchId(subject);
  }
}
