package org.safehand.store.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.safehand.custody.digest.Digest;
import org.safehand.referral.idempotency.KeptResult;
import org.safehand.referral.idempotency.KeyOwner;

/** The result of a request that was done; never changed. */
@Entity
@Table(name = "kept_result")
class KeptResultRow {
  @EmbeddedId private Id id;

  @Column(updatable = false)
  private byte[] request;

  @Column(updatable = false)
  private String result;

  @SuppressWarnings("NullAway.Init")
  protected KeptResultRow() {}

  KeptResultRow(KeyOwner owner, KeptResult kept) {
    id = Id.of(owner);
    request = kept.request().bytes();
    result = kept.result();
  }

  Id id() {
    return id;
  }

  KeptResult kept() {
    return new KeptResult(Digest.ofBytes(request), result);
  }

  /** Whose key for what. */
  @Embeddable
  record Id(
      @Column(name = "actor") String actor,
      @Column(name = "operation") String operation,
      @Column(name = "key") String key) {
    static Id of(KeyOwner owner) {
      return new Id(owner.actor().value(), owner.operation().wire(), owner.key());
    }

    /** One text for each id: staff numbers and operations hold no space. */
    String text() {
      return actor + " " + operation + " " + key;
    }
  }
}
