package org.safehand.referral.guard;

import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Compares what the actor has read with what is there now. */
public final class Revisions {
  private Revisions() {}

  /** {@code referral}, if the actor has read exactly this revision of it. */
  public static <T extends Referral> Outcome<T> same(T referral, long read) {
    return referral.version().revision() == read ? Outcome.done(referral) : conflict(read);
  }

  /** {@code dispatch}, if the actor has read exactly this revision of it. */
  public static Outcome<Dispatch> same(Dispatch dispatch, long read) {
    return dispatch.order().revision() == read ? Outcome.done(dispatch) : conflict(read);
  }

  private static <T> Outcome<T> conflict(long read) {
    return Outcome.refused(RefusalCode.REVISION_CONFLICT, "it was changed since revision " + read);
  }
}
