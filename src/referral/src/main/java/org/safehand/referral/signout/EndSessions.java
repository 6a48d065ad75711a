package org.safehand.referral.signout;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.person.SessionEnds;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Ends every session and token of a person that began before, on every node. They may sign in again
 * and do what they could; an administrator may do it to themselves too, whose laptop is gone.
 */
public final class EndSessions {
  private static final TextShape REASON = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Bindings bindings;
  private final SessionEnds ends;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public EndSessions(
      Attempts attempts,
      CaseAccess access,
      Bindings bindings,
      SessionEnds ends,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.bindings = requireNonNull(bindings, "bindings is null");
    this.ends = requireNonNull(ends, "ends is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** When what {@code person} had before ended. */
  public Outcome<Instant> end(Actor actor, StaffNumber person, String reason) {
    return attempts.inOneUnit(
        actor,
        Operation.END_SESSION,
        attempt ->
            access
                .admit(actor, Operation.END_SESSION)
                .then(admitted -> REASON.require(reason, "/reason", person))
                .then(this::known)
                .map(number -> end(actor, number, clock.instant(), reason)));
  }

  private Outcome<StaffNumber> known(StaffNumber person) {
    return bindings.find(person).isPresent()
        ? Outcome.done(person)
        : Outcome.refused(RefusalCode.PERSON_NOT_FOUND, "there is no such person");
  }

  private Instant end(Actor actor, StaffNumber person, Instant at, String reason) {
    ends.end(person, at);
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.SESSION_ENDED, actor)
            .basis(Basis.of(reason))
            .fact("person", person.value()));
    return at;
  }
}
