package org.safehand.referral.life;

import org.safehand.referral.access.StaffNumber;

/**
 * One version of a referral, in one of its states.
 *
 * <p>Its life: an officer opens a {@link DraftReferral}, adds exhibits and submits it. It is then a
 * {@link SealingReferral}, which nobody changes any more, until its case file is signed and
 * time-stamped; the time-stamp is fetched outside any transaction. Now it is a {@link
 * SealedReferral}, whose seal digest names it for ever, and waits for a second person: a supervisor
 * who neither wrote nor edited it releases it to named recipients ({@link ReleasedReferral},
 * final), sends it back ({@link ReturnedReferral}; a change is a new version) or it is withdrawn
 * ({@link WithdrawnReferral}; a draft: {@link WithdrawnDraft}). To a high-risk agency two
 * supervisors release it: after the first it is an {@link EndorsedReferral}, from which it goes on
 * as from review.
 *
 * <p>Each state is a type of its own and has only the transitions that it allows.
 */
public sealed interface Referral
    permits DraftReferral,
        SealingReferral,
        ReferralInReview,
        ReturnedReferral,
        ReleasedReferral,
        WithdrawnReferral,
        WithdrawnDraft {

  /** What it is in every state. */
  ReferralVersion version();

  /** The same in the same state, for {@code assignee} to work on. */
  Referral assign(StaffNumber assignee);

  /** The state as it is stored and shown. */
  ReferralState state();
}
