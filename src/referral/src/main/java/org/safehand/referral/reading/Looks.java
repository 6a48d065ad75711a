package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.journal.Journal;

/**
 * Looks at what is asked for again and again: a case's timeline, the states of its dispatches, the
 * referral itself. Those of a person at the same that follow within 15 minutes on this node are the
 * same look, and no further event. Safe for several threads.
 *
 * <p>A look at a timeline or dispatch is an event of the system chain and not of the case, because
 * a timeline that is waited for would then never come to rest. Through a broken glass each look is
 * one, which says so.
 */
public final class Looks {
  /** How long a look lasts. */
  public static final Duration ONE_LOOK = Duration.ofMinutes(15);

  private static final int MOST = 10_000;

  private final Journal journal;
  private final Clock clock;
  private final Map<Look, Instant> recorded = new Recorded();

  /** Events go to {@code journal}; looks end by {@code clock}. */
  public Looks(Journal journal, Clock clock) {
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What is looked at by whom.
   *
   * @param subject the id of the referral or dispatch
   */
  record Look(StaffNumber who, Operation operation, String subject) {
    Look {
      requireNonNull(who, "who is null");
      requireNonNull(operation, "operation is null");
      requireNonNull(subject, "subject is null");
    }
  }

  /** Records {@code look} unless it goes on. Within a unit of work, last. */
  void record(Attempt attempt, Actor actor, Look look) {
    if (attempt.glass().isPresent()) {
      journal.record(
          attempt.caseId().orElseThrow(),
          actor,
          event(actor, look).fact("glass", attempt.glass().get().toString()));
    } else if (!goesOn(look)) {
      journal.recordOutsideCases(actor, event(actor, look));
    }
  }

  private EventHeader.Builder event(Actor actor, Look look) {
    return journal
        .event(EventType.READ, actor)
        .fact("operation", look.operation().wire())
        .fact("subject", look.subject());
  }

  /** {@code look} was recorded and committed: it begins, unless it goes on. */
  void begun(Look look) {
    if (!goesOn(look)) {
      synchronized (recorded) {
        recorded.put(look, clock.instant());
      }
    }
  }

  /** Whether {@code look} was recorded so lately that this is the same one. */
  boolean goesOn(Look look) {
    Instant begun;
    synchronized (recorded) {
      begun = recorded.getOrDefault(look, Instant.MIN);
    }
    return begun.isAfter(clock.instant().minus(ONE_LOOK));
  }

  /** Forgets the oldest when there are too many; then a look is recorded once more. */
  private static final class Recorded extends LinkedHashMap<Look, Instant> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
      return size() > MOST;
    }
  }
}
