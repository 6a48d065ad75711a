package org.safehand.referral.stepup;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Authentication;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * The last gate before an act for which the authorization table asks a step-up.
 *
 * <p>It is passed within the unit of work of the act, after everything else that can refuse: what
 * is refused for another reason, or undone, leaves the grant as it was; what is done has used it
 * up.
 */
public final class StepUpGate {
  /** The authentication context class of a second factor. */
  public static final String ACR = "gold";

  /** How long ago the person may have proved themselves. */
  public static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final StepUps grants;
  private final Clock clock;

  /** Takes grants out of {@code grants}, by {@code clock}. */
  public StepUpGate(StepUps grants, Clock clock) {
    this.grants = requireNonNull(grants, "grants is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * What {@code act} does as an actor who has just proved themselves, if {@code admitted} asks for
   * that and they did; as the same actor, if it does not.
   */
  public <T> Outcome<T> whenProven(
      Actor actor, Admitted<?> admitted, ProvenAct binding, Function<Actor, T> act) {
    if (!admitted.stepUp()) {
      return Outcome.done(act.apply(actor));
    }
    return grants
        .take(binding, clock.instant().minus(MAX_AGE))
        .map(grant -> Outcome.done(act.apply(proven(actor, grant))))
        .orElseGet(
            () ->
                Outcome.refused(
                    RefusalCode.INSUFFICIENT_USER_AUTHENTICATION,
                    "the second factor is asked again for exactly this act"));
  }

  private static Actor proven(Actor actor, Grant grant) {
    return new Actor(
        actor.number(),
        actor.displayName(),
        actor.roles(),
        actor.organisation(),
        actor.agency(),
        new Authentication(
            ACR, grant.authenticated(), actor.authentication().method() + "+step-up"));
  }
}
