package org.safehand.store.referral;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.Scope;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.query.ReferralSummary;

/**
 * The pages of a list, newest first. Nothing is opened for a list: all that it shows stands in
 * clear columns.
 */
final class ReferralLists {
  private static final String NEWEST_FIRST = " order by r.id desc";

  private ReferralLists() {}

  static List<ReferralSummary> query(
      EntityManager entities, Scope scope, Optional<ReferralId> before, int limit) {
    String older = before.isPresent() ? " and r.id < :before" : "";
    TypedQuery<ReferralRow> query = scoped(entities, scope, older).setMaxResults(limit);
    before.ifPresent(id -> query.setParameter("before", id.value()));
    return query.getResultList().stream().map(ReferralRow::summary).toList();
  }

  private static TypedQuery<ReferralRow> scoped(EntityManager entities, Scope scope, String older) {
    if (scope instanceof Scope.Unit unit) {
      return select(entities, "r.unit = :unit" + older).setParameter("unit", unit.unit());
    }
    if (scope instanceof Scope.OfAgency of) {
      return select(
              entities,
              "exists (select 1 from DispatchRow d where d.referralId = r.id"
                  + " and d.agency = :agency and d.state in (DELIVERED, AVAILABLE))"
                  + older)
          .setParameter("agency", of.agency().value());
    }
    return select(entities, "1 = 1" + older);
  }

  private static TypedQuery<ReferralRow> select(EntityManager entities, String condition) {
    return entities.createQuery(
        "select r from ReferralRow r where " + condition + NEWEST_FIRST, ReferralRow.class);
  }
}
