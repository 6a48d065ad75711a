package org.safehand.referral.life;

import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Seal;
import org.safehand.referral.act.Submission;

/** A sealed referral of which nothing may be sent yet: supervisors read it and decide. */
public sealed interface ReferralInReview extends Referral permits SealedReferral, EndorsedReferral {
  /** By whom it was submitted. */
  Submission submission();

  /** Its seal. */
  Seal seal();

  /** Sent back to its author. */
  default ReturnedReferral sendBack(Closing closing) {
    return new ReturnedReferral(version().next(), submission(), seal(), closing);
  }

  /** Taken back. */
  default WithdrawnReferral withdraw(Closing closing) {
    return new WithdrawnReferral(version().next(), submission(), seal(), closing);
  }
}
