package org.safehand.referral.journal;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventHeader;
import org.safehand.custody.event.EventType;
import org.safehand.custody.provenance.Counterparty;
import org.safehand.referral.access.Actor;
import org.safehand.referral.delivery.DispatchOrder;

/** Events about a dispatch, which all name it, its endpoint and the seal of what it carries. */
public final class DispatchEvents {
  private final Journal journal;

  /** Writes to {@code journal}. */
  public DispatchEvents(Journal journal) {
    this.journal = requireNonNull(journal, "journal is null");
  }

  /** A header of {@code type} about the dispatch of {@code order}. */
  public EventHeader.Builder event(EventType type, Actor actor, DispatchOrder order) {
    return about(type, actor, order)
        .fact("dispatchId", order.id().toString())
        .fact("sealDigest", order.sealDigest());
  }

  /** A header of {@code type} about the other side of {@code order} alone, without facts. */
  public EventHeader.Builder about(EventType type, Actor actor, DispatchOrder order) {
    return journal
        .event(type, actor)
        .counterparty(new Counterparty(order.agency().value(), order.endpoint()));
  }

  /** Records {@code header} in the chain of the dispatch's case; gives the hash of its leaf. */
  public Digest record(DispatchOrder order, Actor actor, EventHeader.Builder header) {
    return journal.record(order.caseId(), actor, header);
  }
}
