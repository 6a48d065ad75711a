package org.safehand.store.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.act.Endorsement;
import org.safehand.referral.code.IncidentType;
import org.safehand.referral.code.Urgency;
import org.safehand.referral.id.HumanReference;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.life.EndorsedReferral;
import org.safehand.referral.life.Referral;
import org.safehand.referral.life.ReferralState;
import org.safehand.referral.life.ReleasedReferral;
import org.safehand.referral.query.ReferralSummary;

/**
 * A referral version: the line of a list in clear, the rest sealed. Only what changed is written,
 * because the face that seals may not write who released.
 */
@Entity
@DynamicUpdate
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

  /** Who released it first of two supervisors; kept when the second has. */
  @Column private @Nullable String endorser;

  /** By whose act it was released. */
  @Column private @Nullable String releaser;

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
    endorser = endorsement(referral).map(it -> it.by().number().value()).orElse(null);
    releaser = referral instanceof ReleasedReferral it ? it.release().by().number().value() : null;
    sealedDocument = newDocument.clone();
  }

  private static Optional<Endorsement> endorsement(Referral referral) {
    if (referral instanceof EndorsedReferral it) {
      return Optional.of(it.endorsement());
    }
    return referral instanceof ReleasedReferral it ? it.release().endorsement() : Optional.empty();
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
        exhibitCount,
        state == ReferralState.ENDORSED
            ? Optional.ofNullable(endorser).map(StaffNumber::new)
            : Optional.empty());
  }
}
