package org.safehand.referral.proof;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.event.RecordedEvent;
import org.safehand.custody.proof.EventProof;
import org.safehand.referral.access.Actor;
import org.safehand.referral.access.Operation;
import org.safehand.referral.act.SealedBytes;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.guard.Admitted;
import org.safehand.referral.guard.Attempt;
import org.safehand.referral.guard.Attempts;
import org.safehand.referral.guard.CaseAccess;
import org.safehand.referral.id.DispatchId;
import org.safehand.referral.journal.DispatchEvents;
import org.safehand.referral.port.CustodyReader;
import org.safehand.referral.query.CustodyEntry;
import org.safehand.referral.query.CustodyTimeline;
import org.safehand.referral.reading.ReadDispatches;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.transfer.DeliveryReceipt;

/**
 * Proves that the log knows the receipt of a dispatch: the event that recorded it, its header
 * opened, under a witnessed checkpoint. An agency has it of its own receipts alone.
 *
 * <p>The header of that event names the dispatch and what arrived, and not the case. Link and
 * detail stay shut, so that an agency with all its proofs learns neither which events of the case
 * lie between them nor which follow.
 */
public final class ProveReceipt {
  private final Attempts attempts;
  private final CaseAccess access;
  private final CustodyReader custody;
  private final DispatchEvents events;

  /** Wires the use case. */
  public ProveReceipt(
      Attempts attempts, CaseAccess access, CustodyReader custody, DispatchEvents events) {
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.access = requireNonNull(access, "access is null");
    this.custody = requireNonNull(custody, "custody is null");
    this.events = requireNonNull(events, "events is null");
  }

  /**
   * The file of the proof, for whoever may see the dispatch. Handing it out is an event of the
   * case; that the receipt is not witnessed yet is no denial, so it is not an event.
   */
  public Outcome<SealedBytes> prove(Actor actor, DispatchId id) {
    Outcome<Optional<SealedBytes>> proven =
        attempts.inOneUnit(
            actor,
            Operation.READ_LOG,
            attempt ->
                access
                    .findDispatch(attempt, actor, Operation.READ_DISPATCH, id)
                    .then(seen -> access.findDispatch(attempt, actor, Operation.READ_LOG, id))
                    .then(admitted -> prove(attempt, actor, admitted)));
    return proven.then(
        file ->
            file.map(Outcome::done)
                .orElseGet(
                    () ->
                        Outcome.refused(
                            RefusalCode.RECEIPT_NOT_WITNESSED,
                            "the event that recorded it is not witnessed yet; ask again")));
  }

  private Outcome<Optional<SealedBytes>> prove(
      Attempt attempt, Actor actor, Admitted<Dispatch> admitted) {
    return ReadDispatches.receipt(admitted.subject())
        .map(
            receipt -> {
              DispatchOrder order = admitted.subject().order();
              RecordedEvent event = recording(shown(actor, admitted), order, receipt);
              return custody
                  .witnessedProof(event.leaf().leafHash())
                  .map(proof -> handOut(attempt, actor, order, EventProof.of(event, proof)));
            });
  }

  private List<CustodyEntry> shown(Actor actor, Admitted<Dispatch> admitted) {
    List<CustodyEntry> all = custody.entries(admitted.subject().order().caseId());
    return admitted.ownEvents()
        ? CustodyTimeline.OfAgency.among(all, actor.agency().orElseThrow()).entries()
        : all;
  }

  /** The event that recorded exactly this receipt: a dispatch was not delivered without it. */
  private static RecordedEvent recording(
      List<CustodyEntry> shown, DispatchOrder order, DeliveryReceipt receipt) {
    return shown.stream()
        .map(CustodyEntry::event)
        .filter(event -> records(event.event().header(), order, receipt))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no event recorded a receipt of " + order.id()));
  }

  private static boolean records(EventHeader header, DispatchOrder order, DeliveryReceipt receipt) {
    return header.type() == EventType.DELIVERY_RECEIPT
        && header.fact("dispatchId").equals(Optional.of(order.id().toString()))
        && header.fact("receipt").equals(Optional.of(receipt.bytes().digest().hex()));
  }

  private SealedBytes handOut(Attempt attempt, Actor actor, DispatchOrder order, EventProof proof) {
    SealedBytes file = SealedBytes.of(proof.bytes());
    EventHeader.Builder header =
        events
            .event(EventType.EXPORTED, actor, order)
            .fact("event", proof.leaf().leafHash())
            .fact("sha256", file.digest());
    attempt.glass().ifPresent(glass -> header.fact("glass", glass.toString()));
    events.record(order, actor, header);
    return file;
  }
}
