package org.safehand.referral.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Outcome.Result;
import org.safehand.referral.access.Actor;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.DeliveredDispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.dispatch.Fenced;
import org.safehand.referral.endpoint.Endpoint;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.Dispatches;
import org.safehand.referral.port.EndpointRegistry;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.Refusal;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.refusal.Refused;
import org.safehand.referral.transfer.DeliveryReceipt;

/**
 * Records a delivery receipt: signed by a pinned key of the agency, about this dispatch, with the
 * digests of what was sent. Anything else is refused, and the refusal is a custody event.
 */
public final class RecordReceipt {
  private final UnitOfWork unit;
  private final Dispatches dispatches;
  private final Fenced fenced;
  private final EndpointRegistry registry;
  private final DispatchEvents events;
  private final Clock clock;

  /** Wires the use case. */
  public RecordReceipt(
      UnitOfWork unit,
      Dispatches dispatches,
      EndpointRegistry registry,
      DispatchEvents events,
      Clock clock) {
    this.unit = requireNonNull(unit, "unit is null");
    this.dispatches = requireNonNull(dispatches, "dispatches is null");
    this.fenced = new Fenced(dispatches);
    this.registry = requireNonNull(registry, "registry is null");
    this.events = requireNonNull(events, "events is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The delivered dispatch, by the holder of the newest claim. */
  public Outcome<DeliveredDispatch> record(Actor node, SendingDispatch claim, SealedBytes receipt) {
    Outcome<DeliveredDispatch> outcome =
        check(claim, receipt)
            .then(
                statement ->
                    unit.run(
                        () ->
                            fenced
                                .current(claim)
                                .map(sending -> deliver(node, sending, receipt, statement))));
    if (outcome instanceof Refused<DeliveredDispatch> refused) {
      unit.run(() -> recordRefused(node, claim.order(), receipt, refused.refusal()));
    }
    return outcome;
  }

  private Outcome<ReceiptStatement> check(SendingDispatch claim, SealedBytes receipt) {
    Optional<Endpoint> endpoint =
        registry
            .agency(claim.order().agency())
            .flatMap(agency -> agency.endpoint(claim.order().endpoint()));
    if (endpoint.isEmpty()) {
      return Outcome.refused(
          RefusalCode.ENDPOINT_NOT_USABLE, "the endpoint is no longer in the registry");
    }
    return ReceiptReader.read(receipt.bytes(), endpoint.get().receiptCertificates())
        .then(statement -> matching(claim, statement));
  }

  private static Outcome<ReceiptStatement> matching(
      SendingDispatch claim, ReceiptStatement statement) {
    DispatchOrder order = claim.order();
    boolean same =
        statement.agency().equals(order.agency().value())
            && statement.dispatchId().equals(order.id().toString())
            && statement.packageDigest().equals(claim.parcel().packageDigest())
            && statement.sealDigest().equals(order.sealDigest());
    return same
        ? Outcome.done(statement)
        : Outcome.refused(
            RefusalCode.RECEIPT_MISMATCH, "the receipt is about something else than was sent");
  }

  private DeliveredDispatch deliver(
      Actor node, SendingDispatch sending, SealedBytes receipt, ReceiptStatement statement) {
    DeliveredDispatch delivered =
        sending.delivered(new DeliveryReceipt(receipt, statement.received(), clock.instant()));
    dispatches.save(delivered);
    events.record(
        delivered.order(),
        node,
        events
            .event(EventType.DELIVERY_RECEIPT, node, delivered.order())
            .fact("packageDigest", statement.packageDigest())
            .fact("receipt", receipt.digest())
            .fact("checkpoint", checkpointDigest(statement)));
    return delivered;
  }

  private static Digest checkpointDigest(ReceiptStatement statement) {
    return Digest.of(statement.checkpoint().getBytes(UTF_8));
  }

  private Digest recordRefused(
      Actor node, DispatchOrder order, SealedBytes receipt, Refusal refusal) {
    return events.record(
        order,
        node,
        events
            .event(EventType.RECEIPT_REFUSED, node, order)
            .outcome(
                new org.safehand.custody.provenance.Outcome(
                    Result.DENIED, refusal.code().wire(), null, null))
            .fact("receipt", receipt.digest()));
  }
}
