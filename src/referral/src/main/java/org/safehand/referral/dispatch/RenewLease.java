package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.transfer.Lease;

/**
 * Prolongs the lease of a node that is still sending. It is no custody event: the attempt was
 * recorded when it was claimed, and its end will be.
 */
public final class RenewLease {
  private final UnitOfWork unit;
  private final Dispatches dispatches;
  private final Fenced fenced;

  /** Wires the use case. */
  public RenewLease(UnitOfWork unit, Dispatches dispatches) {
    this.unit = requireNonNull(unit, "unit is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.fenced = new Fenced(dispatches);
  }

  /** The same attempt with a new lease, unless another node took it over. */
  public Outcome<SendingDispatch> renew(Actor node, SendingDispatch claim) {
    return unit.run(() -> fenced.current(claim).map(sending -> renewNow(node, sending)));
  }

  private SendingDispatch renewNow(Actor node, SendingDispatch sending) {
    Lease lease =
        new Lease(node.number().value(), dispatches.databaseTime().plus(ClaimDispatch.LEASE));
    SendingDispatch renewed = sending.renew(lease);
    dispatches.save(renewed);
    return renewed;
  }
}
