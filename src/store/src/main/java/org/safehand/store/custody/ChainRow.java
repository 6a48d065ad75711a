package org.safehand.store.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safehand.custody.digest.Digest;
import org.safehand.custody.event.EventLink;
import org.safehand.custody.event.RecordedEvent;

/** The head of a case's chain; locked by whoever appends to it. */
@Entity
@Table(name = "custody_case")
class ChainRow {
  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "next_sequence")
  private long nextSequence;

  @Column(name = "head_leaf")
  private byte @Nullable [] headLeaf;

  @SuppressWarnings("NullAway.Init")
  protected ChainRow() {}

  boolean isEmpty() {
    return nextSequence == 0;
  }

  /** Where the next event goes. */
  EventLink next() {
    return new EventLink(caseId, nextSequence, headLeaf == null ? null : Digest.ofBytes(headLeaf));
  }

  void append(RecordedEvent event) {
    nextSequence = event.link().caseSequence() + 1;
    headLeaf = event.leaf().leafHash().bytes();
  }
}
