package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.AccessPolicy;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/** Lists what the actor may see, newest first. */
public final class ListReferrals {
  private static final int MOST = 200;

  private final Attempts attempts;
  private final AccessPolicy policy;
  private final Referrals referrals;

  /** Wires the use case. */
  public ListReferrals(Attempts attempts, AccessPolicy policy, Referrals referrals) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.policy = requireNonNull(policy, "policy is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
  }

  /** At most {@code limit} (1 to 200) of what is older than {@code before}. */
  public Outcome<List<ReferralSummary>> list(Actor actor, Optional<ReferralId> before, int limit) {
    int most = Math.max(1, Math.min(limit, MOST));
    return attempts.inOneUnit(
        actor,
        Operation.SEARCH,
        attempt ->
            policy
                .scope(actor)
                .map(scope -> Outcome.done(referrals.list(scope, before, most)))
                .orElseGet(
                    () ->
                        Outcome.refused(
                            RefusalCode.OPERATION_NOT_PERMITTED, "no rule allows lists here")));
  }
}
