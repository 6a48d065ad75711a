package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.reading.Looks.Look;
import org.safehand.referral.refusal.Outcome;

/** Opens one referral's content to be read. */
public final class ReadReferral {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Journal journal;
  private final Looks looks;

  /** Wires the use case. */
  public ReadReferral(Attempts attempts, CaseAccess access, Journal journal, Looks looks) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.looks = requireNonNull(looks, "looks is null");
  }

  /** The referral; when it is masked or for an agency, without some of it ({@link Masking}). */
  public Outcome<Admitted<Referral>> read(Actor actor, ReferralId id) {
    return attempts
        .inOneUnit(
            actor,
            Operation.READ_CASE,
            attempt ->
                access
                    .find(attempt, actor, Operation.READ_CASE, id)
                    .map(admitted -> recorded(attempt, actor, admitted)))
        .map(
            read -> {
              looks.begun(look(actor, read.subject()));
              return read;
            });
  }

  /** To see the same again shortly after is the same look; to see a change is another. */
  private static Look look(Actor actor, Referral referral) {
    return new Look(
        actor.number(),
        Operation.READ_CASE,
        referral.version().id() + " " + referral.version().revision());
  }

  private Admitted<Referral> recorded(Attempt attempt, Actor actor, Admitted<Referral> admitted) {
    var version = admitted.subject().version();
    EventHeader.Builder read =
        journal
            .event(EventType.READ, actor)
            .fact("referral", version.id().toString())
            .fact("revision", Long.toString(version.revision()))
            .fact("masked", Boolean.toString(admitted.masked()));
    attempt.glass().ifPresent(glass -> read.fact("glass", glass.toString()));
    if (attempt.glass().isPresent() || !looks.goesOn(look(actor, admitted.subject()))) {
      journal.record(version.caseId(), actor, read);
    }
    return new Admitted<>(Masking.shown(actor, admitted), admitted.owed());
  }
}
