package org.safehand.store.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recorded event: its blind leaf in clear, its body sealed. The sequencer gives it an index. */
@Entity
@Table(name = "custody_event")
class EventRow {
  @Id
  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(name = "case_sequence", updatable = false)
  private long caseSequence;

  @Column(updatable = false)
  private String type;

  @Column(updatable = false)
  private byte[] leaf;

  @Column(name = "leaf_hash", updatable = false)
  private byte[] leafHash;

  @Column(name = "sealed_body", updatable = false)
  private byte[] sealedBody;

  @Column(name = "log_index", insertable = false, updatable = false)
  private @Nullable Long logIndex;

  @SuppressWarnings("NullAway.Init")
  protected EventRow() {}

  UUID eventId() {
    return eventId;
  }

  UUID caseId() {
    return caseId;
  }

  long caseSequence() {
    return caseSequence;
  }

  String type() {
    return type;
  }

  byte[] leaf() {
    return leaf.clone();
  }

  byte[] sealedBody() {
    return sealedBody.clone();
  }

  /** Its place in the log; empty until it is sequenced. */
  OptionalLong logIndex() {
    return logIndex == null ? OptionalLong.empty() : OptionalLong.of(logIndex);
  }
}
