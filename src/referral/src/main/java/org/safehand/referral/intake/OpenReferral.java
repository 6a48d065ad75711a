package org.safehand.referral.intake;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.content.ReferralContent;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.DraftReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralVersion;
import org.safehand.referral.port.CaseKeys;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.reading.Masking;
import org.safehand.referral.refusal.Outcome;

/** Opens a new case with a draft of its first version. */
public final class OpenReferral {
  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Referrals referrals;
  private final CaseKeys keys;
  private final Journal journal;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public OpenReferral(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Referrals referrals,
      CaseKeys keys,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.keys = requireNonNull(keys, "keys is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * The new draft; for a repeated request the referral that the first one opened, as it is now and
   * as the actor may read it now.
   */
  public Outcome<Referral> open(Actor actor, NewReferral request) {
    return attempts.inOneUnit(
        actor,
        Operation.CREATE_DRAFT,
        attempt ->
            access
                .admit(actor, Operation.CREATE_DRAFT)
                .then(
                    admitted ->
                        once.run(
                            actor,
                            Operation.CREATE_DRAFT,
                            request.key(),
                            () -> create(actor, request),
                            referral -> referral.version().id().toString(),
                            id -> again(attempt, actor, ReferralId.parse(id)))));
  }

  private Outcome<Referral> again(Attempt attempt, Actor actor, ReferralId id) {
    return access
        .find(attempt, actor, Operation.READ_CASE, id)
        .map(admitted -> Masking.shown(actor, admitted));
  }

  private Outcome<Referral> create(Actor actor, NewReferral request) {
    return ReferralDocument.read(request.document()).map(content -> add(actor, content));
  }

  private Referral add(Actor actor, ReferralContent content) {
    ReferralVersion version =
        new ReferralVersion(
            ids.referral(),
            ids.caseId(),
            ids.reference(),
            1,
            1,
            actor.organisation(),
            actor.signatory(),
            new TreeSet<>(List.of(actor.number())),
            clock.instant(),
            content,
            List.of());
    DraftReferral draft = new DraftReferral(version);
    keys.create(version.caseId());
    referrals.add(draft);
    journal.record(
        version.caseId(),
        actor,
        journal
            .event(EventType.CASE_OPENED, actor)
            .fact("referral", version.id().toString())
            .fact("reference", version.reference().value()));
    return draft;
  }
}
