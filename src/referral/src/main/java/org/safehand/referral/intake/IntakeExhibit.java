package org.safehand.referral.intake;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.custody.json.JsonString;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.document.Faults;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.exhibit.Acquisition;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.exhibit.MediaType;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stream.SegmentStore;
import org.safehand.referral.stream.StoredStream;
import org.safehand.referral.stream.StreamCheck;
import org.safehand.referral.view.View;

/**
 * Takes in one exhibit: streams its bytes into the vault, hashing as they pass, and adds it to a
 * draft. Bytes that end early or have another digest than declared leave nothing behind.
 *
 * <p>No unit of work is open while bytes are read. Several exhibits of one draft may come in at the
 * same time; each gets its number when it is complete.
 */
public final class IntakeExhibit {
  /** Where a refusal of the exhibit's name points. */
  public static final String NAME_POINTER = "/originalName";

  private static final TextShape NAME = TextShape.upTo(255);

  private final Attempts attempts;
  private final UnitOfWork unit;
  private final CaseAccess access;
  private final SegmentStore segments;
  private final Referrals referrals;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public IntakeExhibit(
      Attempts attempts,
      UnitOfWork unit,
      CaseAccess access,
      SegmentStore segments,
      Referrals referrals,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.unit = requireNonNull(unit, "unit is null");
    this.access = requireNonNull(access, "access is null");
    this.segments = requireNonNull(segments, "segments is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The stored exhibit. {@code bytes} is read to its end, not closed. */
  public Outcome<Exhibit> take(Actor actor, NewExhibit request, InputStream bytes) {
    return attempts.run(
        actor,
        Operation.ADD_EXHIBIT,
        attempt ->
            unit.run(View.of(actor), () -> admit(attempt, actor, request))
                .then(
                    draft ->
                        segments
                            .store(
                                draft.version().caseId(),
                                bytes,
                                new StreamCheck(request.length(), request.digest()))
                            .then(stored -> add(attempt, actor, request, stored))));
  }

  private Outcome<Referral> admit(Attempt attempt, Actor actor, NewExhibit request) {
    return access
        .find(attempt, actor, Operation.ADD_EXHIBIT, request.referral())
        .then(
            admitted ->
                fault(request)
                    .or(() -> full(admitted.subject()))
                    .<Outcome<Referral>>map(Outcome::refused)
                    .orElse(Outcome.done(admitted.subject())));
  }

  private static Optional<Refusal> fault(NewExhibit request) {
    if (MediaType.accepted(request.mediaType()).isEmpty()) {
      return Optional.of(
          Refusal.of(RefusalCode.MEDIA_TYPE_NOT_ACCEPTED, "this media type is not on the list"));
    }
    Faults faults = new Faults();
    NAME.check(new JsonString(request.originalName()), NAME_POINTER, faults);
    return faults.found().isEmpty() ? Optional.empty() : Optional.of(Refusal.of(faults.found()));
  }

  /** Asked before a byte is read, and again, because several may come in at the same time. */
  private static Optional<Refusal> full(Referral referral) {
    return referral.version().nextExhibitNumber() > Exhibit.MAX_NUMBER
        ? Optional.of(Refusal.of(RefusalCode.TOO_MANY_EXHIBITS, "a case has at most 9999 exhibits"))
        : Optional.empty();
  }

  private Outcome<Exhibit> add(
      Attempt attempt, Actor actor, NewExhibit request, StoredStream stored) {
    boolean kept = false;
    try {
      Outcome<Exhibit> outcome =
          unit.run(View.of(actor), () -> addInUnit(attempt, actor, request, stored));
      kept = outcome instanceof Done;
      return outcome;
    } finally {
      if (!kept) {
        segments.discard(stored.segments());
      }
    }
  }

  private Outcome<Exhibit> addInUnit(
      Attempt attempt, Actor actor, NewExhibit request, StoredStream stored) {
    return access
        .lock(attempt, actor, Operation.ADD_EXHIBIT, request.referral())
        .then(
            admitted ->
                admitted.subject() instanceof DraftReferral draft
                    ? add(actor, request, stored, draft)
                    : Outcome.refused(
                        RefusalCode.REFERRAL_WRONG_STATE, "only a draft takes exhibits"));
  }

  private Outcome<Exhibit> add(
      Actor actor, NewExhibit request, StoredStream stored, DraftReferral draft) {
    Optional<Refusal> full = full(draft);
    if (full.isPresent()) {
      return Outcome.refused(full.get());
    }
    Exhibit exhibit =
        new Exhibit(
            stored.exhibit(),
            draft.version().nextExhibitNumber(),
            request.originalName(),
            MediaType.accepted(request.mediaType()).orElseThrow(),
            stored.digest(),
            new Acquisition("upload", actor.number(), clock.instant()),
            stored.segments());
    referrals.save(draft.with(exhibit, actor.number()));
    journal.record(
        draft.version().caseId(),
        actor,
        journal
            .event(EventType.INTAKE, actor)
            .exhibit(exhibit.facts())
            .fact("referral", draft.version().id().toString()));
    return Outcome.done(exhibit);
  }
}
