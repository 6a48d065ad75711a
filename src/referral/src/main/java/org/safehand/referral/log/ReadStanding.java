package org.safehand.referral.log;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.settings.CurrentSettings;

/** Shows how far the custody log is behind. It tells nothing of a case, so it is no event. */
public final class ReadStanding {
  private final Attempts attempts;
  private final CaseAccess access;
  private final LogStanding standing;
  private final CurrentSettings settings;

  /** Wires the use case. */
  public ReadStanding(
      Attempts attempts, CaseAccess access, LogStanding standing, CurrentSettings settings) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.standing = requireNonNull(standing, "standing is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  /**
   * What is shown.
   *
   * @param staleAt the stage that shuts the gate; empty while it is open
   */
  public record Shown(LogState state, Staleness staleness, Optional<Stage> staleAt) {
    /** Refuses nulls. */
    public Shown {
      requireNonNull(state, "state is null");
      requireNonNull(staleness, "staleness is null");
      requireNonNull(staleAt, "staleAt is null");
    }
  }

  /** How far the log is, and whether that is stale. */
  public Outcome<Shown> read(Actor actor) {
    return attempts.inOneUnit(
        actor,
        Operation.READ_LOG,
        attempt ->
            access
                .admitToCount(actor, Operation.READ_LOG)
                .map(
                    admitted -> {
                      LogState state = standing.now();
                      Staleness staleness = new Staleness(settings.now().logStale());
                      return new Shown(state, staleness, staleness.staleAt(state));
                    }));
  }
}
