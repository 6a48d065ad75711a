package org.safehand.store.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.json.Jcs;
import org.safehand.custody.json.JsonException;
import org.safehand.referral.delivery.Dispatch;
import org.safehand.referral.delivery.DispatchOrder;
import org.safehand.referral.delivery.ReadyDispatch;
import org.safehand.referral.delivery.SendingDispatch;
import org.safehand.referral.delivery.UnknownDispatch;
import org.safehand.referral.transfer.DispatchState;
import org.safehand.store.document.DispatchJson;
import org.safehand.store.fault.StoreCode;
import org.safehand.store.fault.StoreException;

/** A dispatch; it says nothing of what the case is about, so its document stands in clear. */
@Entity
@Table(name = "dispatch")
class DispatchRow {
  @Id
  @Column(name = "dispatch_id")
  private UUID id;

  @Column(name = "referral_id", updatable = false)
  private UUID referralId;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(updatable = false)
  private String agency;

  @Column(updatable = false)
  private String channel;

  @Column
  @Enumerated(EnumType.STRING)
  private DispatchState state;

  private long revision;
  private long fence;

  @Column(name = "due_at")
  private @Nullable Instant dueAt;

  private byte[] document;

  @SuppressWarnings("NullAway.Init")
  protected DispatchRow() {}

  @SuppressWarnings("NullAway.Init") // replace sets the rest
  DispatchRow(Dispatch dispatch) {
    DispatchOrder order = dispatch.order();
    id = order.id().value();
    referralId = order.referral().value();
    caseId = order.caseId().value();
    agency = order.agency().value();
    channel = order.channel().wire();
    replace(dispatch);
  }

  final void replace(Dispatch dispatch) {
    state = dispatch.state();
    revision = dispatch.order().revision();
    fence = dispatch.order().fence();
    dueAt = dueAt(dispatch);
    document = Jcs.write(DispatchJson.of(dispatch));
  }

  UUID caseId() {
    return caseId;
  }

  /** Whether {@code next} follows this: revision + 1, and for a claim, and only then, fence + 1. */
  boolean isBefore(Dispatch next) {
    long raised = next.order().fence() - fence;
    return revision == next.order().revision() - 1
        && (raised == 0 || (raised == 1 && next instanceof SendingDispatch));
  }

  Dispatch dispatch() {
    try {
      return DispatchJson.dispatch(Jcs.readObject(document));
    } catch (JsonException | IllegalArgumentException e) {
      throw new StoreException(StoreCode.ROW_DAMAGED, "dispatch " + id, e);
    }
  }

  private static @Nullable Instant dueAt(Dispatch dispatch) {
    if (dispatch instanceof ReadyDispatch ready) {
      return ready.attempts().notBefore();
    }
    if (dispatch instanceof UnknownDispatch unknown) {
      return unknown.attempts().notBefore();
    }
    return dispatch instanceof SendingDispatch sending ? sending.lease().until() : null;
  }
}
