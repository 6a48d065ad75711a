package org.safehand.referral.suspension;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.access.Target;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;

/**
 * Shows which agencies are held back, since when, by whom and why, to who may read the registry.
 */
public final class ReadHolds {
  private static final Operation OPERATION = Operation.MANAGE_ENDPOINTS;

  private final Attempts attempts;
  private final CaseAccess access;
  private final Holds holds;
  private final Journal journal;

  /** Wires the use case. */
  public ReadHolds(Attempts attempts, CaseAccess access, Holds holds, Journal journal) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** The holds that stand, in the order of agencies. */
  public Outcome<List<StandingHold>> standing(Actor actor) {
    return attempts.inOneUnit(
        actor,
        OPERATION,
        attempt ->
            access
                .admit(actor, OPERATION, Target.reading(), RefusalCode.AGENCY_NOT_FOUND, actor)
                .map(
                    admitted -> {
                      journal.recordRead(actor, OPERATION.wire(), "holds");
                      return holds.standing();
                    }));
  }
}
