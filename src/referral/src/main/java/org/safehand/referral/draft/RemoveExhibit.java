package org.safehand.referral.draft;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.RemovedExhibit;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Takes an exhibit out of a draft, with a reason. A tombstone stays, and so does what was stored:
 * one person alone destroys no evidence, so it goes when the case is purged.
 */
public final class RemoveExhibit {
  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public RemoveExhibit(
      Attempts attempts, CaseAccess access, Referrals referrals, Journal journal, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The draft without it, if the actor has read exactly the order's revision. */
  public Outcome<Referral> remove(Actor actor, RemovalOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.EDIT_DRAFT,
        attempt ->
            access
                .lock(attempt, actor, Operation.EDIT_DRAFT, order.referral())
                .then(admitted -> Revisions.same(admitted.subject(), order.revision()))
                .then(referral -> REASON.require(order.reason(), "/reason", referral))
                .then(referral -> remove(actor, referral, order)));
  }

  private Outcome<Referral> remove(Actor actor, Referral referral, RemovalOrder order) {
    if (!(referral instanceof DraftReferral draft)) {
      return Outcome.refused(
          RefusalCode.REFERRAL_WRONG_STATE, "exhibits are taken out of drafts only");
    }
    Optional<Exhibit> found =
        draft.version().exhibits().stream()
            .filter(exhibit -> exhibit.number() == order.number())
            .findFirst();
    return found
        .map(exhibit -> Outcome.done(removed(actor, draft, exhibit, order.reason())))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.EXHIBIT_NOT_FOUND, "the draft has no exhibit of this number"));
  }

  private Referral removed(Actor actor, DraftReferral draft, Exhibit exhibit, String reason) {
    DraftReferral without =
        draft.without(new RemovedExhibit(exhibit, actor.number(), clock.instant(), reason));
    referrals.save(without);
    journal.record(
        without.version().caseId(),
        actor,
        journal
            .event(EventType.CASE_CHANGED, actor)
            .exhibit(exhibit.facts())
            .basis(Basis.of(reason))
            .fact("change", "exhibit-removed")
            .fact("referral", without.version().id().toString()));
    return without;
  }
}
