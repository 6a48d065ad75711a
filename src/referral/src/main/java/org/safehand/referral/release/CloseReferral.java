package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.Closing;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Sends a sealed referral back to its author, or takes it back, before it is released. */
public final class CloseReferral {
  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public CloseReferral(
      Attempts attempts, CaseAccess access, Referrals referrals, Journal journal, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Sent back with a reason, by someone other than its author. */
  public Outcome<Referral> sendBack(Actor actor, ReferralId id, long revision, String reason) {
    return close(actor, Operation.RETURN, id, revision, reason);
  }

  /** Taken back with a reason. */
  public Outcome<Referral> withdraw(Actor actor, ReferralId id, long revision, String reason) {
    return close(actor, Operation.WITHDRAW, id, revision, reason);
  }

  private Outcome<Referral> close(
      Actor actor, Operation operation, ReferralId id, long revision, String reason) {
    return attempts.inOneUnit(
        actor,
        operation,
        attempt ->
            access
                .lock(attempt, actor, operation, id)
                .then(admitted -> Revisions.same(admitted.subject(), revision))
                .then(CloseReferral::inReview)
                .then(inReview -> REASON.require(reason, "/reason", inReview))
                .map(inReview -> close(actor, operation, inReview, reason)));
  }

  private static Outcome<ReferralInReview> inReview(Referral referral) {
    return referral instanceof ReferralInReview inReview
        ? Outcome.done(inReview)
        : Outcome.refused(
            RefusalCode.REFERRAL_WRONG_STATE, "only a sealed referral in review is closed");
  }

  private Referral close(
      Actor actor, Operation operation, ReferralInReview inReview, String reason) {
    Closing closing = new Closing(actor.signatory(), clock.instant(), reason);
    boolean back = operation == Operation.RETURN;
    Referral closed = back ? inReview.sendBack(closing) : inReview.withdraw(closing);
    referrals.save(closed);
    journal.record(
        closed.version().caseId(),
        actor,
        journal
            .event(back ? EventType.RETURNED : EventType.WITHDRAWN, actor)
            .fact("referral", closed.version().id().toString())
            .fact("sealDigest", inReview.seal().digest()));
    return closed;
  }
}
