package org.safehand.referral.release;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Basis;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.Closing;
import org.safehand.referral.delivery.AuthorisedDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.QueuedDispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.delivery.SuspendedDispatch;
import org.safehand.referral.delivery.WithdrawnDispatch;
import org.safehand.referral.document.TextShape;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.guard.Revisions;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.journal.Journal;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.life.WithdrawnReferral;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.Referrals;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.stepup.StepUpGate;
import org.safehand.referral.task.Task;

/**
 * Takes a release back before anything of it was sent: all of its dispatches are withdrawn, or
 * none. One that is on its way, that may have arrived, that waits at the agency or that was
 * delivered makes it refused. Who claims a dispatch at the same time either comes first, and then
 * this is refused, or finds it withdrawn.
 */
public final class WithdrawRelease {
  private static final TextShape REASON = TextShape.upTo(3000);

  private final Attempts attempts;
  private final CaseAccess access;
  private final Referrals referrals;
  private final Dispatches dispatches;
  private final Outbox outbox;
  private final StepUpGate stepUp;
  private final Journal journal;
  private final Clock clock;

  /** Wires the use case. */
  public WithdrawRelease(
      Attempts attempts,
      CaseAccess access,
      Referrals referrals,
      Dispatches dispatches,
      Outbox outbox,
      StepUpGate stepUp,
      Journal journal,
      Clock clock) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.referrals = requireNonNull(referrals, "referrals is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.stepUp = requireNonNull(stepUp, "stepUp is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  private record Change(ReleasedReferral released, List<WithdrawnDispatch> withdrawn) {}

  /** The withdrawn referral. */
  public Outcome<Referral> withdraw(Actor actor, WithdrawOrder order) {
    return attempts.inOneUnit(
        actor,
        Operation.WITHDRAW_RELEASED,
        attempt ->
            access
                .lock(attempt, actor, Operation.WITHDRAW_RELEASED, order.referral())
                .then(
                    admitted ->
                        Revisions.same(admitted.subject(), order.revision())
                            .then(WithdrawRelease::released)
                            .then(it -> REASON.require(order.reason(), "/reason", it))
                            .then(this::change)
                            .then(
                                change ->
                                    stepUp.whenProven(
                                        actor,
                                        admitted,
                                        order.binding(actor.number()),
                                        proven -> commit(proven, change, order.reason())))));
  }

  private static Outcome<ReleasedReferral> released(Referral referral) {
    return referral instanceof ReleasedReferral released
        ? Outcome.done(released)
        : Outcome.refused(RefusalCode.REFERRAL_WRONG_STATE, "only a release is taken back");
  }

  private Outcome<Change> change(ReleasedReferral released) {
    Instant now = clock.instant();
    List<WithdrawnDispatch> withdrawn = new ArrayList<>();
    for (Dispatch dispatch : locked(released.version().id()).values()) {
      if (dispatch instanceof SupersededDispatch it && it.receipt().isEmpty()) {
        continue; // nothing of it was ever sent, and nothing will be
      }
      Optional<WithdrawnDispatch> next = withdrawn(dispatch, now);
      if (next.isEmpty()) {
        return Outcome.refused(
            RefusalCode.DISPATCH_SENT,
            "one is sent, may have arrived or waits at the agency: " + dispatch.order().id());
      }
      withdrawn.add(next.get());
    }
    return Outcome.done(new Change(released, withdrawn));
  }

  /**
   * All of them, locked. A reissue, which holds the lock of the one before, may add one meanwhile.
   */
  private Map<String, Dispatch> locked(ReferralId referral) {
    Map<String, Dispatch> locked = new TreeMap<>();
    List<Dispatch> all = dispatches.of(referral);
    while (all.size() > locked.size()) {
      for (Dispatch dispatch : all) {
        String id = dispatch.order().id().toString();
        if (!locked.containsKey(id)) {
          locked.put(id, dispatches.lock(dispatch.order().id()).orElseThrow());
        }
      }
      all = dispatches.of(referral);
    }
    return locked;
  }

  private static Optional<WithdrawnDispatch> withdrawn(Dispatch dispatch, Instant now) {
    if (dispatch instanceof QueuedDispatch queued) {
      return Optional.of(queued.withdraw(now));
    }
    if (dispatch instanceof AuthorisedDispatch authorised) {
      return Optional.of(authorised.withdraw(now));
    }
    if (dispatch instanceof ReadyDispatch ready) {
      return Optional.of(ready.withdraw(now));
    }
    return dispatch instanceof SuspendedDispatch suspended
        ? suspended.withdraw(now)
        : Optional.empty();
  }

  private Referral commit(Actor actor, Change change, String reason) {
    WithdrawnReferral withdrawn =
        change.released().withdraw(new Closing(actor.signatory(), clock.instant(), reason));
    referrals.save(withdrawn);
    for (WithdrawnDispatch dispatch : change.withdrawn()) {
      dispatches.save(dispatch);
      outbox.done(Task.authorise(dispatch.order().id()));
      outbox.done(Task.pack(dispatch.order().id()));
    }
    journal.record(
        withdrawn.version().caseId(),
        actor,
        journal
            .event(EventType.WITHDRAWN, actor)
            .basis(Basis.of(reason))
            .fact("referral", withdrawn.version().id().toString())
            .fact("sealDigest", withdrawn.seal().digest())
            .fact("dispatches", Integer.toString(change.withdrawn().size())));
    return withdrawn;
  }
}
