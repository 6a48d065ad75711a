package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.Closing;
import org.safehand.referral.act.Seal;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.ReturnedReferral;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Sends a sealed referral back to its author, or takes a draft or a sealed referral back, before it
 * is released.
 */
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

  /** Taken back with a reason: a draft, or a sealed referral before it is released. */
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
                .then(referral -> closed(actor, operation, referral, reason))
                .then(closed -> REASON.require(reason, "/reason", closed))
                .map(closed -> keep(actor, operation, closed)));
  }

  private Outcome<Referral> closed(
      Actor actor, Operation operation, Referral referral, String reason) {
    Closing closing = new Closing(actor.signatory(), clock.instant(), reason);
    if (referral instanceof ReferralInReview inReview) {
      return Outcome.done(
          operation == Operation.RETURN ? inReview.sendBack(closing) : inReview.withdraw(closing));
    }
    if (referral instanceof DraftReferral draft && operation == Operation.WITHDRAW) {
      return Outcome.done(draft.withdraw(closing));
    }
    return Outcome.refused(
        RefusalCode.REFERRAL_WRONG_STATE,
        operation == Operation.RETURN
            ? "only a sealed referral in review is returned"
            : "only a draft or a sealed referral in review is withdrawn");
  }

  private Referral keep(Actor actor, Operation operation, Referral closed) {
    referrals.save(closed);
    EventHeader.Builder event =
        journal
            .event(operation == Operation.RETURN ? EventType.RETURNED : EventType.WITHDRAWN, actor)
            .fact("referral", closed.version().id().toString());
    sealOf(closed).ifPresent(seal -> event.fact("sealDigest", seal.digest()));
    journal.record(closed.version().caseId(), actor, event);
    return closed;
  }

  private static Optional<Seal> sealOf(Referral closed) {
    if (closed instanceof ReturnedReferral returned) {
      return Optional.of(returned.seal());
    }
    return closed instanceof WithdrawnReferral withdrawn
        ? Optional.of(withdrawn.seal())
        : Optional.empty();
  }
}
