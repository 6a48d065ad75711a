package org.safehand.store.glass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.safehand.referral.glass.GlassState;

/** A broken glass; the database adds rows by a function of its own. What it says is sealed. */
@Entity
@Table(name = "glass")
class GlassRow {
  @Id
  @Column(name = "glass_id")
  private UUID id;

  @Column(name = "case_id", insertable = false, updatable = false)
  private UUID caseId;

  @Column(insertable = false, updatable = false)
  private String person;

  @Column(insertable = false, updatable = false)
  private String unit;

  @Column(name = "opened_at", insertable = false, updatable = false)
  private Instant openedAt;

  @Column(name = "until_at", insertable = false, updatable = false)
  private Instant untilAt;

  @Column(name = "review_by", insertable = false, updatable = false)
  private Instant reviewBy;

  @Enumerated(EnumType.STRING)
  private GlassState state;

  private long revision;

  @Column(name = "sealed_document")
  private byte[] sealedDocument;

  @SuppressWarnings("NullAway.Init")
  protected GlassRow() {}

  void replace(GlassState newState, long newRevision, byte[] newDocument) {
    state = newState;
    revision = newRevision;
    sealedDocument = newDocument.clone();
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  String person() {
    return person;
  }

  String unit() {
    return unit;
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant untilAt() {
    return untilAt;
  }

  Instant reviewBy() {
    return reviewBy;
  }

  GlassState state() {
    return state;
  }

  long revision() {
    return revision;
  }

  byte[] sealedDocument() {
    return sealedDocument.clone();
  }
}
