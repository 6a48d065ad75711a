package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyTimeline;
import org.safehand.referral.reading.Looks.Look;
import org.safehand.referral.refusal.Outcome;

/** Shows the custody timeline of a referral's case; to an agency what concerns it. */
public final class ReadCustody {
  private final Attempts attempts;
  private final CaseAccess access;
  private final CustodyReader custody;
  private final Looks looks;

  /** Wires the use case. */
  public ReadCustody(Attempts attempts, CaseAccess access, CustodyReader custody, Looks looks) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.custody = requireNonNull(custody, "custody is null");
    this.looks = requireNonNull(looks, "looks is null");
  }

  /** The events of the case that the actor may see, in order. */
  public Outcome<CustodyTimeline> read(Actor actor, ReferralId referral) {
    Look look = new Look(actor.number(), Operation.READ_CUSTODY, referral.toString());
    return attempts
        .inOneUnit(
            actor,
            Operation.READ_CUSTODY,
            attempt ->
                access
                    .find(attempt, actor, Operation.READ_CUSTODY, referral)
                    .map(admitted -> timeline(attempt, actor, look, admitted)))
        .map(
            timeline -> {
              looks.begun(look);
              return timeline;
            });
  }

  private CustodyTimeline timeline(
      Attempt attempt, Actor actor, Look look, Admitted<Referral> admitted) {
    List<CustodyEntry> all = custody.entries(admitted.subject().version().caseId());
    looks.record(attempt, actor, look);
    return admitted.ownEvents()
        ? CustodyTimeline.OfAgency.among(all, actor.agency().orElseThrow())
        : new CustodyTimeline.Whole(all);
  }
}
