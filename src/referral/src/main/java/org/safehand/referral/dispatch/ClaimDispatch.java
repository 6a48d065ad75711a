package org.safehand.referral.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.safehand.custody.event.EventType;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.endpoint.Channel;
import org.safehand.referral.hold.HoldGate;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.log.LogGate;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.transfer.Lease;

/**
 * Claims the dispatch that is due longest, for one node and a limited time by the database's clock.
 *
 * <p>Each claim raises the fence. A node whose lease ended while it was sending, and whose dispatch
 * another took over, can settle nothing any more.
 */
public final class ClaimDispatch {
  /** How long a node may send before another takes over. */
  public static final Duration LEASE = Duration.ofSeconds(30);

  private final UnitOfWork unit;
  private final Dispatches dispatches;
  private final LogGate gate;
  private final HoldGate holds;
  private final DispatchEvents events;

  /** Wires the use case. */
  public ClaimDispatch(
      UnitOfWork unit, Dispatches dispatches, LogGate gate, HoldGate holds, DispatchEvents events) {
    this.unit = requireNonNull(unit, "unit is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.gate = requireNonNull(gate, "gate is null");
    this.holds = requireNonNull(holds, "holds is null");
    this.events = requireNonNull(events, "events is null");
  }

  /**
   * What {@code node} may send now over {@code channel}; empty when nothing is due, as long as the
   * custody log is stale, or when an agency was held back this very moment. What is due to one that
   * is held back is passed over.
   */
  public Optional<SendingDispatch> claim(Actor node, Channel channel) {
    return unit.run(
        () ->
            dispatches
                .lockDue(channel, holds.held())
                .filter(due -> gate.shut().isEmpty())
                .filter(due -> !holds.isShut(due.order().agency()))
                .flatMap(due -> claim(node, due)));
  }

  private Optional<SendingDispatch> claim(Actor node, Dispatch due) {
    Lease lease = new Lease(node.number().value(), dispatches.databaseTime().plus(LEASE));
    Optional<SendingDispatch> claimed = claimed(due, lease);
    claimed.ifPresent(
        sending -> {
          dispatches.save(sending);
          events.record(
              sending.order(),
              node,
              events
                  .event(EventType.TRANSMIT_ATTEMPTED, node, sending.order())
                  .fact("packageDigest", sending.parcel().packageDigest())
                  .fact("attempt", Integer.toString(sending.attempts().count()))
                  .fact("fence", Long.toString(sending.order().fence())));
        });
    return claimed;
  }

  private static Optional<SendingDispatch> claimed(Dispatch due, Lease lease) {
    if (due instanceof ReadyDispatch ready) {
      return Optional.of(ready.claim(lease));
    }
    if (due instanceof UnknownDispatch unknown) {
      return Optional.of(unknown.claim(lease));
    }
    return due instanceof SendingDispatch abandoned
        ? Optional.of(abandoned.takeOver(lease))
        : Optional.empty();
  }
}
