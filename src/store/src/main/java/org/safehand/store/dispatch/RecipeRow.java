package org.safehand.store.dispatch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The recipe of a finished package, sealed; never changed. */
@Entity
@Table(name = "dispatch_recipe")
class RecipeRow {
  @Id
  @Column(name = "dispatch_id")
  private UUID dispatchId;

  @Column(name = "sealed_content", updatable = false)
  private byte[] sealedContent;

  @SuppressWarnings("NullAway.Init")
  protected RecipeRow() {}

  RecipeRow(UUID dispatchId, byte[] sealedContent) {
    this.dispatchId = dispatchId;
    this.sealedContent = sealedContent.clone();
  }

  byte[] sealedContent() {
    return sealedContent.clone();
  }
}
