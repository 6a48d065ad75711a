package org.safehand.store.hold;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.fault.StaleRevisionException;
import org.safehand.referral.hold.AgencyHold;
import org.safehand.referral.hold.Holds;
import org.safehand.referral.hold.LiftedHold;
import org.safehand.referral.hold.StandingHold;
import org.safehand.referral.id.AgencyId;
import org.safehand.store.unit.EntityWork;

/**
 * Holds in PostgreSQL, which every node asks. There is no row to lock before the first hold of an
 * agency, and the role that sends may lock none, so that an advisory lock on the agency's name
 * stands in; two names of one hash merely wait for one another.
 */
public final class JpaHolds implements Holds {
  private static final String COLUMNS =
      "select agency_id, revision, standing, said_by, said_at, reason from agency_hold";
  private static final String STANDING =
      COLUMNS + " where standing order by agency_id collate \"C\"";
  private static final String ONE = COLUMNS + " where agency_id = :agency";
  private static final String SHARE =
      "select 1 from (select pg_advisory_xact_lock_shared(hashtextextended(:key, 0))) as locked";
  private static final String ALONE =
      "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked";
  private static final String FIRST =
      "insert into agency_hold (agency_id, revision, standing, said_by, said_at, reason)"
          + " values (:agency, :revision, :standing, :by, :at, :reason) on conflict do nothing";
  private static final String NEXT =
      "update agency_hold set revision = :revision, standing = :standing, said_by = :by,"
          + " said_at = :at, reason = :reason"
          + " where agency_id = :agency and revision = :revision - 1";

  private final EntityWork work;

  public JpaHolds(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public List<StandingHold> standing() {
    List<?> rows =
        work.read(entities -> entities.createNativeQuery(STANDING, Object[].class).getResultList());
    return rows.stream().map(row -> (StandingHold) hold((Object[]) row)).toList();
  }

  @Override
  public Optional<AgencyHold> find(AgencyId agency) {
    return work.read(entities -> one(entities, agency));
  }

  @Override
  public Optional<StandingHold> share(AgencyId agency) {
    return locked(SHARE, agency)
        .filter(StandingHold.class::isInstance)
        .map(StandingHold.class::cast);
  }

  @Override
  public Optional<AgencyHold> alone(AgencyId agency) {
    return locked(ALONE, agency);
  }

  @Override
  public void save(AgencyHold next) {
    int saved =
        work.entities()
            .createNativeQuery(next.revision() == 1 ? FIRST : NEXT)
            .setParameter("agency", next.agency().value())
            .setParameter("revision", next.revision())
            .setParameter("standing", next instanceof StandingHold)
            .setParameter("by", next.by().value())
            .setParameter("at", next.at())
            .setParameter("reason", next.reason())
            .executeUpdate();
    if (saved == 0) {
      throw new StaleRevisionException(next.agency());
    }
  }

  private Optional<AgencyHold> locked(String lock, AgencyId agency) {
    EntityManager entities = work.entities();
    entities
        .createNativeQuery(lock, Integer.class)
        .setParameter("key", "agency-hold " + agency.value())
        .getSingleResult();
    return one(entities, agency);
  }

  private static Optional<AgencyHold> one(EntityManager entities, AgencyId agency) {
    List<?> rows =
        entities
            .createNativeQuery(ONE, Object[].class)
            .setParameter("agency", agency.value())
            .getResultList();
    return rows.stream().findFirst().map(row -> hold((Object[]) row));
  }

  private static AgencyHold hold(Object[] row) {
    AgencyId agency = new AgencyId((String) row[0]);
    long revision = (Long) row[1];
    StaffNumber by = new StaffNumber((String) row[3]);
    Instant at = (Instant) row[4];
    String reason = (String) row[5];
    return (Boolean) row[2]
        ? new StandingHold(agency, revision, by, at, reason)
        : new LiftedHold(agency, revision, by, at, reason);
  }
}
