package org.safehand.referral.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;

/**
 * How often a person was refused at a case lately, on this node. Whoever is refused over and over
 * would otherwise fill the chain of a case, which an extract must hold as a whole. Safe for several
 * threads.
 */
final class DeniedAttempts {
  /** How many refusals of one person stand in the chain of one case within a {@link #SPAN}. */
  static final int MOST = 100;

  /** A day. */
  static final Duration SPAN = Duration.ofDays(1);

  private static final int MOST_COUNTED = 10_000;

  private final Map<Whom, Count> counts = new Counts();

  private record Whom(StaffNumber who, CaseId where) {
    Whom {
      requireNonNull(who, "who is null");
      requireNonNull(where, "where is null");
    }
  }

  private record Count(Instant since, int number) {}

  /** Whether one more refusal, {@code now}, still belongs in the chain of the case. */
  boolean isRoom(StaffNumber who, CaseId where, Instant now) {
    synchronized (counts) {
      Count count =
          counts.merge(
              new Whom(who, where),
              new Count(now, 1),
              (before, one) ->
                  before.since().plus(SPAN).isAfter(now)
                      ? new Count(before.since(), before.number() + 1)
                      : one);
      return count.number() <= MOST;
    }
  }

  /** Forgets the oldest when there are too many; then counting begins anew. */
  private static final class Counts extends LinkedHashMap<Whom, Count> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Whom, Count> eldest) {
      return size() > MOST_COUNTED;
    }
  }
}
