package org.safehand.referral.emergency;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.glass.Glasses;
import org.safehand.referral.glass.OpenGlass;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.refusal.Outcome;

/**
 * Tells a supervisor which glass of their own is open, so that they can end it from anywhere. It is
 * no event: nothing is told that they did not say themselves.
 */
public final class OwnGlass {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Glasses glasses;
  private final Clock clock;

  /** Wires the use case. */
  public OwnGlass(Attempts attempts, CaseAccess access, Glasses glasses, Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.glasses = requireNonNull(glasses, "glasses is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The glass that the actor broke and may still look through, if there is one. */
  public Outcome<Optional<OpenGlass>> open(Actor actor) {
    return attempts.inOneUnit(
        actor,
        Operation.BREAK_GLASS,
        attempt ->
            access
                .admit(actor, Operation.BREAK_GLASS)
                .map(
                    admitted ->
                        glasses
                            .open(actor.number())
                            .filter(glass -> glass.at(clock.instant()) instanceof OpenGlass)));
  }
}
