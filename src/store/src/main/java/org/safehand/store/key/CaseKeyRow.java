package org.safehand.store.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of one key of a case, wrapped. */
@Entity
@Table(name = "case_key")
class CaseKeyRow {
  @EmbeddedId private Id id;

  @Column(name = "first_sequence", updatable = false)
  private @Nullable Long firstSequence;

  @Column(nullable = false)
  private byte @Nullable [] wrapped;

  @SuppressWarnings("NullAway.Init")
  protected CaseKeyRow() {}

  CaseKeyRow(UUID caseId, KeyPurpose purpose, int keyVersion, long firstSequence, byte[] wrapped) {
    this.id = new Id(caseId, purpose.wire(), keyVersion);
    this.firstSequence = firstSequence;
    this.wrapped = wrapped.clone();
  }

  Id id() {
    return id;
  }

  /**
   * From which event of the case on a tag key holds; 0 for every other key. Where somebody took it
   * away, -1, for which no key was ever wrapped.
   */
  long firstSequence() {
    return firstSequence == null ? -1 : firstSequence;
  }

  /** The wrapped key; where somebody took it away, nothing, which does not open. */
  byte[] wrapped() {
    return wrapped == null ? new byte[0] : wrapped.clone();
  }

  /** Which key of which case. */
  @Embeddable
  record Id(
      @Column(name = "case_id") UUID caseId,
      @Column(name = "purpose") String purpose,
      @Column(name = "key_version") int keyVersion) {}
}
