package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.act.Release;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.endpoint.Agency;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.guard.Targets;
import org.safehand.referral.id.AgencyId;
import org.safehand.referral.id.Ids;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.idempotency.OncePerKey;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralInReview;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.SealedReferral;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.person.Bindings;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.task.Task;

/**
 * Releases a sealed referral: four eyes. The releaser neither wrote, changed nor submitted it, and
 * does not have it to work on; they name the seal digest and the recipients, so that what was read
 * is what is sent, to whom it was meant, and prove with a second factor that it is they who mean
 * it. Each recipient gets a dispatch. While the custody log is stale nothing is released.
 *
 * <p>Where the registry calls one of the recipients high-risk, two supervisors do this, one after
 * the other, with the same digest and recipients; nothing is dispatched before the second did.
 */
public final class ReleaseReferral {
  private final Attempts attempts;
  private final CaseAccess access;
  private final OncePerKey once;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final Recipients recipients;
  private final SecondSupervisor second;
  private final Outbox outbox;
  private final LogGate gate;
  private final StepUpGate stepUp;
  private final ReleaseEvents events;
  private final Ids ids;
  private final Clock clock;

  /** Wires the use case. */
  public ReleaseReferral(
      Attempts attempts,
      CaseAccess access,
      OncePerKey once,
      Bindings bindings,
      Referrals referrals,
      Dispatches dispatches,
      EndpointRegistry registry,
      Outbox outbox,
      LogGate gate,
      StepUpGate stepUp,
      Journal journal,
      Ids ids,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.once = requireNonNull(once, "once is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.recipients = new Recipients(registry);
    this.second = new SecondSupervisor(bindings);
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.events = new ReleaseEvents(journal);
    this.ids = requireNonNull(ids, "ids is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /**
   * The released or endorsed referral; for a repeated request, which whoever may not release any
   * more is refused as well, as it is now.
   */
  public Outcome<Referral> release(Actor actor, ReleaseOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.RELEASE,
        attempt ->
            once.run(
                actor,
                Operation.RELEASE,
                order.key(),
                () -> releaseOnce(attempt, actor, order),
                referral -> referral.version().id().toString(),
                id -> again(attempt, actor, ReferralId.parse(id))));
  }

  private Outcome<Referral> again(Attempt attempt, Actor actor, ReferralId id) {
    return access
        .find(attempt, actor, Operation.READ_CASE, id)
        .then(admitted -> releaser(actor, admitted.subject()))
        .map(admitted -> admitted.subject());
  }

  /** Who could still have released it; that they were the first of two does not count here. */
  private Outcome<Admitted<Referral>> releaser(Actor actor, Referral referral) {
    return access.admit(
        actor,
        Operation.RELEASE,
        Targets.of(referral).unendorsed(),
        RefusalCode.REFERRAL_NOT_FOUND,
        referral);
  }

  private Outcome<Referral> releaseOnce(Attempt attempt, Actor actor, ReleaseOrder order) {
    return access
        .lock(attempt, actor, Operation.RELEASE, order.referral())
        .then(
            admitted ->
                Revisions.same(admitted.subject(), order.revision())
                    .then(referral -> sealedAs(referral, order))
                    .then(inReview -> release(actor, admitted, inReview, order)));
  }

  private Outcome<Referral> release(
      Actor actor, Admitted<Referral> admitted, ReferralInReview inReview, ReleaseOrder order) {
    return recipients
        .find(order.recipients())
        .then(agencies -> toTheSame(inReview, agencies))
        .then(agencies -> possible(actor, inReview, agencies))
        .then(
            agencies ->
                gate.whenOpen(
                    () ->
                        stepUp.whenProven(
                            actor,
                            admitted,
                            order.binding(
                                actor.number(), ReleaseAct.of(inReview, agencies), agencies),
                            proven -> act(proven, inReview, agencies))));
  }

  private static Outcome<ReferralInReview> sealedAs(Referral referral, ReleaseOrder order) {
    if (!(referral instanceof ReferralInReview inReview)) {
      return Outcome.refused(
          RefusalCode.REFERRAL_WRONG_STATE, "only a sealed referral in review is released");
    }
    return inReview.seal().digest().equals(order.sealDigest())
        ? Outcome.done(inReview)
        : Outcome.refused(
            RefusalCode.RELEASE_DIGEST_MISMATCH, "the digest named is not this referral's seal");
  }

  private static Outcome<List<Agency>> toTheSame(ReferralInReview inReview, List<Agency> agencies) {
    return !(inReview instanceof EndorsedReferral endorsed)
            || endorsed.endorsement().isTo(ids(agencies))
        ? Outcome.done(agencies)
        : Outcome.refused(
            RefusalCode.RELEASE_RECIPIENTS_DIFFER,
            "the first of two supervisors named other recipients");
  }

  /** Nobody is let wait for a second supervisor whom there is not. */
  private Outcome<List<Agency>> possible(
      Actor actor, ReferralInReview inReview, List<Agency> agencies) {
    return ReleaseAct.of(inReview, agencies) == ReleaseAct.FIRST
        ? second.require(actor, inReview.version(), agencies)
        : Outcome.done(agencies);
  }

  private Referral act(Actor actor, ReferralInReview inReview, List<Agency> agencies) {
    if (inReview instanceof EndorsedReferral endorsed) {
      return commit(actor, endorsed.release(actor.signatory(), clock.instant()), agencies);
    }
    SealedReferral sealed = (SealedReferral) inReview;
    return ReleaseAct.of(sealed, agencies) == ReleaseAct.FIRST
        ? endorse(actor, sealed, agencies)
        : commit(
            actor,
            sealed.release(new Release(actor.signatory(), clock.instant(), ids(agencies))),
            agencies);
  }

  private Referral endorse(Actor actor, SealedReferral sealed, List<Agency> agencies) {
    EndorsedReferral endorsed =
        sealed.endorse(
            new Endorsement(actor.signatory(), clock.instant(), ids(agencies), highRisk(agencies)));
    referrals.save(endorsed);
    events.endorsed(actor, endorsed);
    return endorsed;
  }

  private Referral commit(Actor actor, ReleasedReferral released, List<Agency> agencies) {
    referrals.save(released);
    for (Agency agency : agencies) {
      QueuedDispatch dispatch = new QueuedDispatch(order(released, agency));
      dispatches.add(dispatch);
      outbox.put(Task.authorise(dispatch.order().id()));
    }
    events.released(actor, released, highRisk(agencies));
    return released;
  }

  private static List<AgencyId> highRisk(List<Agency> agencies) {
    return ids(agencies.stream().filter(Agency::highRisk).toList());
  }

  private static List<AgencyId> ids(List<Agency> agencies) {
    return agencies.stream().map(Agency::id).toList();
  }

  private DispatchOrder order(ReleasedReferral released, Agency agency) {
    return new DispatchOrder(
        ids.dispatch(),
        released.version().id(),
        released.version().caseId(),
        released.seal().digest(),
        agency.id(),
        agency.primary().id(),
        agency.primary().channel(),
        released.release().at(),
        Optional.empty(),
        1,
        0);
  }
}
