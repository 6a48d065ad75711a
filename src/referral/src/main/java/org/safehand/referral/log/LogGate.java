package org.safehand.referral.log;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;

/**
 * The gate before everything that leaves the building: it is shut while the custody log is stale.
 * What is recorded then could still be lost or changed without anybody outside noticing.
 */
public final class LogGate {
  private final LogStanding standing;
  private final Staleness staleness;

  /** Asks {@code standing} each time and judges by {@code staleness}. */
  public LogGate(LogStanding standing, Staleness staleness) {
    this.standing = requireNonNull(standing, "standing is null");
    this.staleness = requireNonNull(staleness, "staleness is null");
  }

  /** Why nothing may leave now; empty when the gate is open. */
  public Optional<Refusal> shut() {
    LogState state = standing.now();
    return staleness.staleAt(state).map(stage -> refusal(state, stage));
  }

  /** What {@code work} gives if the gate is open. */
  public <T> Outcome<T> whenOpen(Supplier<Outcome<T>> work) {
    return shut().map(Outcome::<T>refused).orElseGet(work);
  }

  private Refusal refusal(LogState state, Stage stage) {
    return Refusal.of(
        RefusalCode.LOG_STALE,
        "the custody log waits for "
            + stage.wire()
            + " since "
            + state.waiting(stage).toMinutes()
            + " minutes; the limit is "
            + staleness.limit().toMinutes());
  }
}
