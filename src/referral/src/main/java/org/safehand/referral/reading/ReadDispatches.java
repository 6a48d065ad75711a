package org.safehand.referral.reading;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.SupersededDispatch;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.reading.Looks.Look;
import org.safehand.referral.refusal.Done;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.transfer.DeliveryReceipt;

/** Shows how far dispatches have come. An agency sees its own only. */
public final class ReadDispatches {
  private final Attempts attempts;
  private final CaseAccess access;
  private final Dispatches dispatches;
  private final Looks looks;

  /** Wires the use case. */
  public ReadDispatches(Attempts attempts, CaseAccess access, Dispatches dispatches, Looks looks) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.looks = requireNonNull(looks, "looks is null");
  }

  /** The dispatches of a referral that the actor may see. */
  public Outcome<List<Dispatch>> of(Actor actor, ReferralId referral) {
    return look(
        actor,
        referral.toString(),
        attempt ->
            access
                .find(attempt, actor, Operation.READ_DISPATCH, referral)
                .map(admitted -> visible(attempt, actor, dispatches.of(referral))));
  }

  /** One dispatch. */
  public Outcome<Dispatch> one(Actor actor, DispatchId id) {
    return look(
        actor,
        id.toString(),
        attempt ->
            access
                .findDispatch(attempt, actor, Operation.READ_DISPATCH, id)
                .map(admitted -> admitted.subject()));
  }

  /** The receipt of a delivered dispatch, as received. */
  public Outcome<DeliveryReceipt> receipt(Actor actor, DispatchId id) {
    return look(
        actor,
        id + " receipt",
        attempt ->
            access
                .findDispatch(attempt, actor, Operation.READ_DISPATCH, id)
                .then(admitted -> receipt(admitted.subject())));
  }

  private <T> Outcome<T> look(Actor actor, String subject, Function<Attempt, Outcome<T>> reading) {
    Look look = new Look(actor.number(), Operation.READ_DISPATCH, subject);
    return attempts
        .inOneUnit(
            actor,
            Operation.READ_DISPATCH,
            attempt ->
                reading
                    .apply(attempt)
                    .map(
                        shown -> {
                          looks.record(attempt, actor, look);
                          return shown;
                        }))
        .map(
            shown -> {
              looks.begun(look);
              return shown;
            });
  }

  /** To the hotline's people all of them; to an agency's those that each may be asked for. */
  private List<Dispatch> visible(Attempt attempt, Actor actor, List<Dispatch> all) {
    return actor.agency().isEmpty()
        ? all
        : all.stream()
            .filter(
                dispatch ->
                    access.findDispatch(
                            attempt, actor, Operation.READ_DISPATCH, dispatch.order().id())
                        instanceof Done)
            .toList();
  }

  /** The receipt of {@code dispatch}, of which somebody is admitted to be told. */
  public static Outcome<DeliveryReceipt> receipt(Dispatch dispatch) {
    if (dispatch instanceof DeliveredDispatch delivered) {
      return Outcome.done(delivered.receipt());
    }
    return dispatch instanceof SupersededDispatch superseded && superseded.receipt().isPresent()
        ? Outcome.done(superseded.receipt().get())
        : Outcome.refused(RefusalCode.DISPATCH_WRONG_STATE, "there is no receipt before delivery");
  }
}
