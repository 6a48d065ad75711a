package org.safehand.referral.opening;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.exhibit.Exhibit;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Lets a person have one exhibit in clear, once, within five minutes. That they will, and what for,
 * is an event of the case before any byte of it leaves.
 */
public final class OpenExhibit {
  private static final TextShape PURPOSE = TextShape.upTo(200);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Openings openings;
  private final OpeningEvents events;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public OpenExhibit(
      Attempts attempts,
      CaseAccess access,
      Openings openings,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.openings = requireNonNull(openings, "openings is null");
    this.events = new OpeningEvents(journal);
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The opening, by which {@code actor} alone downloads the exhibit. */
  public Outcome<OpenedExhibit> open(Actor actor, OpeningOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.OPEN_EXHIBIT,
        attempt ->
            access
                .findToOpen(attempt, actor, order.referral(), order.saysPurpose())
                .then(admitted -> PURPOSE.require(order.purpose(), "/purpose", admitted.subject()))
                .then(referral -> open(actor, referral, order)));
  }

  private Outcome<OpenedExhibit> open(Actor actor, Referral referral, OpeningOrder order) {
    Optional<Exhibit> found =
        referral.version().exhibits().stream()
            .filter(exhibit -> exhibit.number() == order.number())
            .findFirst();
    return found
        .map(exhibit -> Outcome.done(opened(actor, referral, exhibit, order.purpose())))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.EXHIBIT_NOT_FOUND, "the referral has no exhibit of this number"));
  }

  private OpenedExhibit opened(Actor actor, Referral referral, Exhibit exhibit, String purpose) {
    Opening opening =
        new Opening(
            new OpeningId(ids.event()),
            referral.version().caseId(),
            referral.version().id(),
            exhibit.id(),
            actor.number(),
            clock.instant());
    openings.add(opening);
    OpenedExhibit opened = new OpenedExhibit(opening, exhibit);
    events.opened(actor, opened, purpose);
    return opened;
  }
}
