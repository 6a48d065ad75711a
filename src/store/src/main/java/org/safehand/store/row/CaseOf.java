package org.safehand.store.row;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.id.CaseId;

/** To which case something belongs, whether or not the running view shows it. */
public enum CaseOf {
  /** By the id of a referral. */
  REFERRAL("select door.case_of_referral(:id)"),
  /** By the id of a dispatch. */
  DISPATCH("select door.case_of_dispatch(:id)");

  private final String sql;

  CaseOf(String sql) {
    this.sql = sql;
  }

  /** The case of {@code id}; empty when there is no such thing. */
  public static Optional<CaseId> ask(EntityManager entities, CaseOf what, UUID id) {
    // one row always, null when there is none
    Object caseId =
        entities.createNativeQuery(what.sql, UUID.class).setParameter("id", id).getSingleResult();
    return Optional.ofNullable(caseId).map(UUID.class::cast).map(CaseId::new);
  }
}
