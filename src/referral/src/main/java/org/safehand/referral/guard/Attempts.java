package org.safehand.referral.guard;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.view.View;

/**
 * Runs what an actor asks for. What is refused has changed nothing, and the refusal is itself
 * committed as an event of a denied attempt, in a unit of work of its own: in the chain of its
 * case, or in the system chain when there is none, or when too many of this person stand there
 * already. All of it sees what is in the actor's view.
 */
public final class Attempts {
  private final UnitOfWork unit;
  private final Journal journal;
  private final DeniedAttempts denied = new DeniedAttempts();

  /** Units of work are {@code unit}'s, events go to {@code journal}. */
  public Attempts(UnitOfWork unit, Journal journal) {
    this.unit = requireNonNull(unit, "unit is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** Does {@code work} in one unit of work. */
  public <T> Outcome<T> inOneUnit(
      Actor actor, Operation operation, Function<Attempt, Outcome<T>> work) {
    return run(actor, operation, attempt -> unit.run(View.of(actor), () -> work.apply(attempt)));
  }

  /** Does {@code work}, which opens its own units of work, each in the actor's view. */
  public <T> Outcome<T> run(Actor actor, Operation operation, Function<Attempt, Outcome<T>> work) {
    Attempt attempt = new Attempt();
    Outcome<T> outcome = orConflict(attempt, work);
    if (outcome instanceof Refused<T> refused && isDenial(refused.refusal())) {
      recordDenied(actor, operation, attempt.caseId(), denied(refused.refusal().code()));
    }
    return outcome;
  }

  /** That there is no room now is said to whoever asks, and denies nobody anything. */
  private static boolean isDenial(Refusal refusal) {
    return refusal.code() != RefusalCode.GATEWAY_BUSY;
  }

  /**
   * Records that {@code actor} was refused before a use case was asked, for example for a malformed
   * request.
   *
   * @param code stable, as it was answered
   */
  public void recordDenied(Actor actor, Operation operation, String code) {
    recordDenied(
        actor, operation, Optional.empty(), org.safehand.custody.provenance.Outcome.denied(code));
  }

  private void recordDenied(
      Actor actor,
      Operation operation,
      Optional<CaseId> caseId,
      org.safehand.custody.provenance.Outcome denial) {
    unit.run(
        View.of(actor),
        () -> {
          EventHeader.Builder header =
              journal
                  .event(EventType.DENIED, actor)
                  .outcome(denial)
                  .fact("operation", operation.wire());
          return record(actor, caseId, header);
        });
  }

  private Digest record(Actor actor, Optional<CaseId> caseId, EventHeader.Builder header) {
    if (caseId.isEmpty()) {
      return journal.recordOutsideCases(actor, header);
    }
    return denied.isRoom(actor.number(), caseId.get(), journal.now())
        ? journal.record(caseId.get(), actor, header)
        : journal.recordOutsideCases(actor, header.fact("subject", caseId.get().toString()));
  }

  private static org.safehand.custody.provenance.Outcome denied(RefusalCode code) {
    return new org.safehand.custody.provenance.Outcome(Result.DENIED, code.wire(), null, null);
  }

  private static <T> Outcome<T> orConflict(Attempt attempt, Function<Attempt, Outcome<T>> work) {
    try {
      return work.apply(attempt);
    } catch (StaleRevisionException e) {
      return Outcome.refused(
          RefusalCode.REVISION_CONFLICT, "someone else changed it at the same time");
    }
  }
}
