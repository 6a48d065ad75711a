package org.safehand.referral.handover;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safehand.custody.encoding.UtcText;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Role;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.DutyId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Binding;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.Place;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/** Keeps the duty roster of a unit, by its supervisors. */
public final class KeepRoster {
  private static final Set<Role> WORKING = Set.of(Role.REFERRAL_OFFICER, Role.RELEASE_SUPERVISOR);

  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Bindings bindings;
  private final DutyRoster roster;
  private final Journal journal;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public KeepRoster(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Bindings bindings,
      DutyRoster roster,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.roster = requireNonNull(roster, "roster is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The new shift in the actor's unit; for a repeated request the first one. */
  public Outcome<DutyShift> add(Actor actor, NewShift request) {
    return attempts.inOneUnit(
        actor,
        Operation.HAND_OVER,
        attempt ->
            access
                .admit(
                    actor,
                    Operation.HAND_OVER,
                    Target.ofUnit(actor.organisation(), Target.Aim.DO),
                    RefusalCode.DUTY_NOT_FOUND,
                    actor)
                .then(
                    admitted ->
                        once.run(
                            actor,
                            Operation.HAND_OVER,
                            request.key(),
                            () -> addOnce(actor, request),
                            shift -> shift.id().toString(),
                            id -> again(actor, DutyId.parse(id)))));
  }

  private Outcome<DutyShift> again(Actor actor, DutyId id) {
    return own(actor, id).map(Outcome::done).orElseGet(KeepRoster::notFound);
  }

  /** Whoever works in another unit than before has no part in the shifts of the former. */
  private Optional<DutyShift> own(Actor actor, DutyId id) {
    return roster.find(id).filter(shift -> shift.unit().equals(actor.organisation()));
  }

  private Outcome<DutyShift> addOnce(Actor actor, NewShift request) {
    return ShiftDocument.read(request.document(), ids.duty(), actor.organisation(), clock.instant())
        .then(this::eligible)
        .map(
            shift -> {
              roster.add(shift);
              record(actor, shift, "added");
              return shift;
            });
  }

  /** Removes a shift of the actor's unit; another unit's does not exist. */
  public Outcome<DutyShift> remove(Actor actor, DutyId id) {
    return attempts.inOneUnit(
        actor,
        Operation.HAND_OVER,
        attempt ->
            access
                .admit(
                    actor,
                    Operation.HAND_OVER,
                    Target.ofUnit(actor.organisation(), Target.Aim.DO),
                    RefusalCode.DUTY_NOT_FOUND,
                    actor)
                .then(admitted -> own(actor, id).map(Outcome::done).orElseGet(KeepRoster::notFound))
                .map(
                    shift -> {
                      roster.remove(id);
                      record(actor, shift, "removed");
                      return shift;
                    }));
  }

  private Outcome<DutyShift> eligible(DutyShift shift) {
    Optional<Binding> person =
        bindings
            .share(shift.person())
            .filter(Binding::active)
            .filter(who -> WORKING.stream().anyMatch(who.roles()::contains))
            .filter(who -> who.place().equals(new Place.Unit(shift.unit())));
    return person.isPresent()
        ? Outcome.done(shift)
        : Outcome.refused(
            Refusal.of(
                List.of(
                    new FieldFault(
                        "/person",
                        RefusalCode.ASSIGNEE_NOT_ELIGIBLE,
                        "is no active officer or supervisor of the unit"))));
  }

  private void record(Actor actor, DutyShift shift, String change) {
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.DUTY_CHANGED, actor)
            .fact("change", change)
            .fact("shift", shift.id().toString())
            .fact("unit", shift.unit())
            .fact("person", shift.person().value())
            .fact("from", UtcText.millis(shift.from()))
            .fact("until", UtcText.millis(shift.until())));
  }

  private static Outcome<DutyShift> notFound() {
    return Outcome.refused(RefusalCode.DUTY_NOT_FOUND, "there is no such shift in your unit");
  }
}
