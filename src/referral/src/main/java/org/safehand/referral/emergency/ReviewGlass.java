package org.safehand.referral.emergency;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.Closing;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.glass.EndedGlass;
import org.safehand.referral.glass.Glass;
import org.safehand.referral.glass.GlassId;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.glass.ReviewedGlass;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Shows auditors which glasses were broken, and takes down what they found of each. */
public final class ReviewGlass {
  static final Operation OPERATION = Operation.REVIEW_GLASS;

  private static final int MOST = 200;
  private static final TextShape FINDING = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Glasses glasses;
  private final GlassEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public ReviewGlass(
      Attempts attempts, CaseAccess access, Glasses glasses, Journal journal, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.glasses = requireNonNull(glasses, "glasses is null");
    this.events = new GlassEvents(journal);
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * A glass as it is now.
   *
   * @param overdue whether it should have been reviewed by now and was not
   */
  public record Shown(Glass glass, boolean overdue) {
    /** Refuses null. */
    public Shown {
      requireNonNull(glass, "glass is null");
    }
  }

  /** At most {@code limit} (1 to 200) of what is older than {@code before}, newest first. */
  public Outcome<List<Shown>> list(Actor actor, Optional<GlassId> before, int limit) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION)
                .map(
                    admitted -> {
                      List<Shown> shown =
                          glasses.list(before, Math.max(1, Math.min(limit, MOST))).stream()
                              .map(this::shown)
                              .toList();
                      events.listed(actor, shown.size());
                      return shown;
                    }));
  }

  /** How many wait for a review; no event, because it is told with who one is. */
  public Outcome<Long> waiting(Actor actor) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt -> access.admit(actor, OPERATION).map(admitted -> glasses.unreviewed()));
  }

  /** Reviewed by an auditor, who has read this revision of it, once it is over. */
  public Outcome<Shown> review(Actor actor, GlassId id, long revision, String finding) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION)
                .then(admitted -> find(attempt, id))
                .then(glass -> over(glass, revision))
                .then(ended -> FINDING.require(finding, "/finding", ended))
                .map(ended -> review(actor, ended, finding)));
  }

  private Outcome<Glass> find(Attempt attempt, GlassId id) {
    Optional<Glass> found = glasses.lock(id);
    found.ifPresent(glass -> attempt.concerns(glass.terms().caseId()));
    return found
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.GLASS_NOT_FOUND, "there is no such glass"));
  }

  private Outcome<EndedGlass> over(Glass glass, long revision) {
    if (glass.terms().revision() != revision) {
      return Outcome.refused(
          RefusalCode.REVISION_CONFLICT, "it was changed since revision " + revision);
    }
    return glass.at(clock.instant()) instanceof EndedGlass ended
        ? Outcome.done(ended)
        : Outcome.refused(
            RefusalCode.GLASS_WRONG_STATE, "it is not over yet, or was reviewed already");
  }

  private Shown review(Actor actor, EndedGlass ended, String finding) {
    ReviewedGlass reviewed = ended.review(new Closing(actor.signatory(), clock.instant(), finding));
    glasses.save(reviewed);
    events.record(actor, reviewed, finding);
    return shown(reviewed);
  }

  private Shown shown(Glass glass) {
    return new Shown(glass.at(clock.instant()), glass.isOverdue(clock.instant()));
  }
}
