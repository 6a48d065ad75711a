package org.safehand.referral.sealing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.task.Task;

/** Submits a draft to be sealed; nobody changes it any more. */
public final class SubmitReferral {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Outbox outbox;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public SubmitReferral(
      Attempts attempts,
      CaseAccess access,
      Referrals referrals,
      Outbox outbox,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The submitted referral, if the actor has read exactly {@code revision} of it. */
  public Outcome<SealingReferral> submit(Actor actor, ReferralId id, long revision) {
    return attempts.inOneUnit(
        actor,
        Operation.SUBMIT,
        attempt ->
            access
                .lock(attempt, actor, Operation.SUBMIT, id)
                .then(admitted -> Revisions.same(admitted.subject(), revision))
                .then(SubmitReferral::complete)
                .map(draft -> submit(actor, draft)));
  }

  private static Outcome<DraftReferral> complete(Referral referral) {
    if (!(referral instanceof DraftReferral draft)) {
      return Outcome.refused(RefusalCode.REFERRAL_WRONG_STATE, "only a draft is submitted");
    }
    return draft.version().exhibits().isEmpty()
        ? Outcome.refused(RefusalCode.EXHIBIT_REQUIRED, "at least one exhibit is needed")
        : Outcome.done(draft);
  }

  private SealingReferral submit(Actor actor, DraftReferral draft) {
    SealingReferral sealing = draft.submit(actor.signatory(), clock.instant());
    referrals.save(sealing);
    outbox.put(Task.seal(sealing.version().id()));
    journal.record(
        sealing.version().caseId(),
        actor,
        journal
            .event(EventType.SUBMITTED, actor)
            .fact("referral", sealing.version().id().toString())
            .fact("version", Integer.toString(sealing.version().number())));
    return sealing;
  }
}
