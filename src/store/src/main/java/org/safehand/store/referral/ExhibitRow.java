package org.safehand.store.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** One exhibit of a referral version, sealed; never changed. */
@Entity
@Table(name = "exhibit")
class ExhibitRow {
  @EmbeddedId private Id id;

  @Column(name = "sealed_document", updatable = false)
  private byte[] sealedDocument;

  @SuppressWarnings("NullAway.Init")
  protected ExhibitRow() {}

  ExhibitRow(UUID referralId, int number, byte[] sealedDocument) {
    this.id = new Id(referralId, number);
    this.sealedDocument = sealedDocument.clone();
  }

  int number() {
    return id.number();
  }

  byte[] sealedDocument() {
    return sealedDocument.clone();
  }

  /** Which exhibit of which referral version. */
  @Embeddable
  record Id(@Column(name = "referral_id") UUID referralId, @Column(name = "number") int number) {}
}
