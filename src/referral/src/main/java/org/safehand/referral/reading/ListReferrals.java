package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Scope;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.query.ReferralSummary;
import org.safehand.referral.refusal.Outcome;

/**
 * Lists what the actor may see, newest first. That a list was shown is an event, what it held is
 * not.
 */
public final class ListReferrals {
  private static final int MOST = 200;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Journal journal;

  /** Wires the use case. */
  public ListReferrals(Attempts attempts, CaseAccess access, Referrals referrals, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** At most {@code limit} (1 to 200) of what is older than {@code before}. */
  public Outcome<List<ReferralSummary>> list(Actor actor, Optional<ReferralId> before, int limit) {
    int most = Math.max(1, Math.min(limit, MOST));
    return attempts.inOneUnit(
        actor,
        Operation.SEARCH,
        attempt -> access.scope(actor).map(scope -> list(actor, scope, before, most)));
  }

  private List<ReferralSummary> list(
      Actor actor, Scope scope, Optional<ReferralId> before, int most) {
    List<ReferralSummary> shown = referrals.list(scope, before, most);
    journal.recordOutsideCases(
        actor,
        journal
            .event(EventType.SEARCHED, actor)
            .fact("operation", Operation.SEARCH.wire())
            .fact("scope", scope.wire())
            .fact("shown", Integer.toString(shown.size())));
    return shown;
  }
}
