package org.safehand.store.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What was made at authorisation, sealed; never changed. */
@Entity
@Table(name = "dispatch_draft")
class DraftRow {
  @Id
  @Column(name = "dispatch_id")
  private UUID dispatchId;

  @Column(name = "sealed_content", updatable = false)
  private byte[] sealedContent;

  @SuppressWarnings("NullAway.Init")
  protected DraftRow() {}

  DraftRow(UUID dispatchId, byte[] sealedContent) {
    this.dispatchId = dispatchId;
    this.sealedContent = sealedContent.clone();
  }

  byte[] sealedContent() {
    return sealedContent.clone();
  }
}
