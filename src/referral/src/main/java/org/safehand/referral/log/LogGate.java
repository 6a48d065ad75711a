package org.safehand.referral.log;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.settings.CurrentSettings;

/**
 * The gate before everything that leaves the building: it is shut while the custody log is stale.
 * What is recorded then could still be lost or changed without anybody outside noticing.
 */
public final class LogGate {
  private final LogStanding standing;
  private final CurrentSettings settings;

  /** Asks {@code standing} each time and judges by {@code settings}. */
  public LogGate(LogStanding standing, CurrentSettings settings) {
    this.standing = requireNonNull(standing, "standing is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  /** Why nothing may leave now; empty when the gate is open. */
  public Optional<Refusal> shut() {
    LogState state = standing.now();
    Staleness staleness = new Staleness(settings.now().logStale());
    return staleness.staleAt(state).map(stage -> refusal(state, stage, staleness));
  }

  /** What {@code work} gives if the gate is open. */
  public <T> Outcome<T> whenOpen(Supplier<Outcome<T>> work) {
    return shut().map(Outcome::<T>refused).orElseGet(work);
  }

  private static Refusal refusal(LogState state, Stage stage, Staleness staleness) {
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
