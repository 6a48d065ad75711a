package org.safehand.referral.handover;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.life.SealingReferral;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Place;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Hands a referral over to an active officer of its unit, who may then do with it what its author
 * may. Its author stays who wrote it; whoever edits it becomes one of its editors, as anyone does.
 */
public final class HandOverReferral {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Bindings bindings;
  private final Referrals referrals;
  private final Journal journal;

  /** Wires the use case. */
  public HandOverReferral(
      Attempts attempts,
      CaseAccess access,
      Bindings bindings,
      Referrals referrals,
      Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The referral, which is {@code assignee}'s from now on. */
  public Outcome<Referral> handOver(
      Actor actor, ReferralId id, long revision, StaffNumber assignee) {
    return attempts.inOneUnit(
        actor,
        Operation.HAND_OVER,
        attempt ->
            access
                .lock(attempt, actor, Operation.HAND_OVER, id)
                .then(admitted -> Revisions.same(admitted.subject(), revision))
                .then(HandOverReferral::movable)
                .then(referral -> eligible(referral, assignee))
                .map(referral -> assign(actor, referral, assignee)));
  }

  /** Not while it is being sealed: the seal is made for the revision that was submitted. */
  private static Outcome<Referral> movable(Referral referral) {
    return referral instanceof SealingReferral || referral.state() == ReferralState.WITHDRAWN
        ? Outcome.refused(
            RefusalCode.REFERRAL_WRONG_STATE, "nobody works on it in the state in which it is")
        : Outcome.done(referral);
  }

  private Outcome<Referral> eligible(Referral referral, StaffNumber assignee) {
    Optional<Binding> officer =
        bindings
            .share(assignee)
            .filter(Binding::active)
            .filter(person -> person.roles().contains(Role.REFERRAL_OFFICER))
            .filter(person -> person.place().equals(new Place.Unit(referral.version().unit())));
    boolean endorsed =
        referral instanceof EndorsedReferral it && it.endorsement().by().number().equals(assignee);
    return officer.isPresent() && !endorsed
        ? Outcome.done(referral)
        : Outcome.refused(
            Refusal.of(
                List.of(
                    new FieldFault(
                        "/assignee",
                        RefusalCode.ASSIGNEE_NOT_ELIGIBLE,
                        "is no active officer of the referral's unit, or has released it first"))));
  }

  private Referral assign(Actor actor, Referral referral, StaffNumber assignee) {
    Referral next = referral.assign(assignee);
    referrals.save(next);
    journal.record(
        next.version().caseId(),
        actor,
        journal
            .event(EventType.HANDED_OVER, actor)
            .fact("referral", next.version().id().toString())
            .fact("from", referral.version().worker().value())
            .fact("to", assignee.value()));
    return next;
  }
}
