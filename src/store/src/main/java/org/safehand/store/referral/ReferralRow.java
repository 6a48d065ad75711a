package org.safehand.store.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.query.ReferralSummary;

/** A referral version: the line of a list in clear, the rest sealed. */
@Entity
@Table(name = "referral")
class ReferralRow {
  @Id
  @Column(name = "referral_id")
  private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(name = "human_reference", updatable = false)
  private String reference;

  @Column(updatable = false)
  private int number;

  private long revision;

  @Enumerated(EnumType.STRING)
  private ReferralState state;

  private String unit;

  @Column(updatable = false)
  private String author;

  @Enumerated(EnumType.STRING)
  @Column(name = "incident_type")
  private IncidentType incidentType;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private boolean exercise;

  @Column(name = "exhibit_count")
  private int exhibitCount;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "sealed_document")
  private byte[] sealedDocument;

  @SuppressWarnings("NullAway.Init")
  protected ReferralRow() {}

  @SuppressWarnings("NullAway.Init") // replace sets the rest
  ReferralRow(Referral referral, byte[] sealedDocument) {
    var version = referral.version();
    id = version.id().value();
    caseId = version.caseId().value();
    reference = version.reference().value();
    number = version.number();
    author = version.author().number().value();
    createdAt = version.createdAt();
    replace(referral, sealedDocument);
  }

  final void replace(Referral referral, byte[] newDocument) {
    var version = referral.version();
    var header = version.content().header();
    revision = version.revision();
    state = referral.state();
    unit = version.unit();
    incidentType = header.incidentType();
    urgency = header.urgency();
    exercise = header.exercise();
    exhibitCount = version.exhibits().size();
    sealedDocument = newDocument.clone();
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  long revision() {
    return revision;
  }

  int exhibitCount() {
    return exhibitCount;
  }

  byte[] sealedDocument() {
    return sealedDocument.clone();
  }

  ReferralSummary summary() {
    return new ReferralSummary(
        new ReferralId(id),
        new HumanReference(reference),
        number,
        revision,
        state,
        incidentType,
        urgency,
        exercise,
        new StaffNumber(author),
        unit,
        createdAt,
        exhibitCount);
  }
}
