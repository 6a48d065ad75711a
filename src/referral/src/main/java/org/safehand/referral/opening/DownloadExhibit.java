package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stream.ClearReader;
import org.safehand.referral.stream.Pace;
import org.safehand.referral.view.View;

/**
 * Hands an exhibit out in clear to the person who opened it. Whether they may is asked again; the
 * opening is used up before the first byte, and both ends of the download are events of the case.
 * No unit of work is open while bytes are sent.
 */
public final class DownloadExhibit {
  private final Attempts attempts;
  private final UnitOfWork unit;
  private final CaseAccess access;
  private final Openings openings;
  private final ClearReader reader;
  private final OpeningEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public DownloadExhibit(
      Attempts attempts,
      UnitOfWork unit,
      CaseAccess access,
      Openings openings,
      ClearReader reader,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.unit = requireNonNull(unit, "unit is null");
    this.access = requireNonNull(access, "access is null");
    this.openings = requireNonNull(openings, "openings is null");
    this.reader = requireNonNull(reader, "reader is null");
    this.events = new OpeningEvents(journal);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What {@link #send} hands out; the opening {@code id} is used up by this, and not while too many
   * exhibits are read already.
   */
  public Outcome<OpenedExhibit> begin(Actor actor, OpeningId id) {
    return attempts.run(
        actor,
        Operation.OPEN_EXHIBIT,
        attempt ->
            unit.run(View.of(actor), () -> access.present(actor))
                .then(present -> reader.free())
                .then(free -> unit.run(View.of(actor), () -> begin(attempt, actor, id))));
  }

  private Outcome<OpenedExhibit> begin(Attempt attempt, Actor actor, OpeningId id) {
    return openings
        .find(id, actor.number())
        .map(
            opening ->
                access
                    // what for was said when it was opened
                    .findToOpen(attempt, actor, opening.referral(), true)
                    .then(admitted -> use(actor, opening, admitted.subject())))
        .orElseGet(DownloadExhibit::notFound);
  }

  /**
   * Writes the exhibit to {@code out}, as far as it is what was stored, and records how that ended.
   * What is refused may have begun: then {@code out} must be cut off, so that nobody takes what
   * came for the whole. It ends early, too, when the actor is bound or signed in no more, or takes
   * the bytes slower than {@link Pace} asks.
   *
   * @throws IOException if {@code out} took no more
   */
  public Outcome<Exhibit> send(Actor actor, OpenedExhibit opened, OutputStream out)
      throws IOException {
    CountedOutput counted = new CountedOutput(out, new Pace(clock));
    Outcome<Exhibit> sent;
    try {
      sent =
          reader.write(
              opened.opening().caseId(), opened.exhibit(), counted, () -> objection(actor));
    } catch (IOException | RuntimeException e) {
      brokenOff(actor, opened, counted, e);
      throw e;
    }
    ended(
        actor,
        opened,
        counted,
        sent.fold(whole -> Optional.empty(), refusal -> Optional.of(refusal.code())));
    return sent;
  }

  private Optional<Refusal> objection(Actor actor) {
    return unit.run(View.of(actor), () -> access.present(actor))
        .fold(present -> Optional.empty(), Optional::of);
  }

  private Outcome<OpenedExhibit> use(Actor actor, Opening opening, Referral referral) {
    Optional<Exhibit> exhibit =
        referral.version().exhibits().stream()
            .filter(it -> it.id().equals(opening.exhibit()))
            .findFirst();
    if (opening.isOver(clock.instant())) {
      return Outcome.refused(
          RefusalCode.OPENING_EXPIRED, "it was over at " + opening.until() + "; open it again");
    }
    if (exhibit.isEmpty() || !openings.use(opening)) {
      return notFound();
    }
    OpenedExhibit opened = new OpenedExhibit(opening, exhibit.get());
    events.begun(actor, opened);
    return Outcome.done(opened);
  }

  private void brokenOff(
      Actor actor, OpenedExhibit opened, CountedOutput counted, Exception cause) {
    try {
      ended(actor, opened, counted, Optional.of(RefusalCode.DOWNLOAD_BROKEN_OFF));
    } catch (RuntimeException unrecorded) {
      cause.addSuppressed(unrecorded);
    }
  }

  private void ended(
      Actor actor, OpenedExhibit opened, CountedOutput counted, Optional<RefusalCode> failure) {
    unit.run(
        View.of(actor),
        () -> {
          events.ended(actor, opened, counted.bytes(), outcome(failure));
          return opened;
        });
  }

  private static org.safehand.custody.provenance.Outcome outcome(Optional<RefusalCode> failure) {
    return failure
        .map(code -> org.safehand.custody.provenance.Outcome.failed(code.wire()))
        .orElseGet(org.safehand.custody.provenance.Outcome::done);
  }

  private static <T> Outcome<T> notFound() {
    return Outcome.refused(
        RefusalCode.OPENING_NOT_FOUND, "there is nothing of this name for you, or it was used");
  }
}
