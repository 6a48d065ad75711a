package org.safehand.referral.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.access.Target;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.transfer.DispatchState;

/** What the access policy needs to know, taken from a referral and its dispatches. */
public final class Targets {
  private Targets() {}

  /** A referral that has no dispatch, or whose dispatches do not matter. */
  public static Target of(Referral referral) {
    return of(referral, List.of());
  }

  /** A referral with those of its dispatches that matter: all, or the one that is asked for. */
  public static Target of(Referral referral, List<Dispatch> dispatches) {
    var version = referral.version();
    return new Target(
        Optional.of(version.author().number()),
        version.assignee(),
        version.editors(),
        Optional.of(version.unit()),
        stage(referral),
        agencies(dispatches, dispatch -> true),
        agencies(dispatches, Targets::hasArrived),
        Target.Aim.DO,
        Optional.empty(),
        Optional.empty(),
        endorser(referral),
        false);
  }

  private static Optional<StaffNumber> endorser(Referral referral) {
    return referral instanceof EndorsedReferral endorsed
        ? Optional.of(endorsed.endorsement().by().number())
        : Optional.empty();
  }

  private static Target.Stage stage(Referral referral) {
    if (referral instanceof DraftReferral) {
      return Target.Stage.DRAFT;
    }
    return referral instanceof ReferralInReview ? Target.Stage.IN_REVIEW : Target.Stage.OTHER;
  }

  private static Set<AgencyId> agencies(List<Dispatch> dispatches, Predicate<Dispatch> which) {
    return dispatches.stream()
        .filter(which)
        .map(dispatch -> dispatch.order().agency())
        .collect(Collectors.toSet());
  }

  private static boolean hasArrived(Dispatch dispatch) {
    return dispatch.state() == DispatchState.DELIVERED
        || dispatch.state() == DispatchState.AVAILABLE;
  }
}
