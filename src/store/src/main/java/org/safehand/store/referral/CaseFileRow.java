package org.safehand.store.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The signed case file of a referral version, sealed; never changed. */
@Entity
@Table(name = "case_file")
class CaseFileRow {
  @Id
  @Column(name = "referral_id")
  private UUID referralId;

  @Column(name = "sealed_content", updatable = false)
  private byte[] sealedContent;

  @SuppressWarnings("NullAway.Init")
  protected CaseFileRow() {}

  CaseFileRow(UUID referralId, byte[] sealedContent) {
    this.referralId = referralId;
    this.sealedContent = sealedContent.clone();
  }

  byte[] sealedContent() {
    return sealedContent.clone();
  }
}
