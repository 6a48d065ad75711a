package org.safehand.referral.handover;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Shows a unit who of it is on duty now and later. It tells nothing of a case, so it is no event.
 */
public final class ReadRoster {
  private static final int MOST = 200;

  private final Attempts attempts;
  private final CaseAccess access;
  private final DutyRoster roster;
  private final Clock clock;

  /** Wires the use case. */
  public ReadRoster(Attempts attempts, CaseAccess access, DutyRoster roster, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.roster = requireNonNull(roster, "roster is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The first 200 shifts of the actor's unit that are not over, by their begin. */
  public Outcome<List<DutyShift>> list(Actor actor) {
    return attempts.inOneUnit(
        actor,
        Operation.HAND_OVER,
        attempt ->
            access
                .admit(
                    actor,
                    Operation.HAND_OVER,
                    Target.ofUnit(actor.organisation(), Target.Aim.READ),
                    RefusalCode.DUTY_NOT_FOUND,
                    actor)
                .map(admitted -> roster.list(actor.organisation(), clock.instant(), MOST)));
  }
}
