package org.safehand.store.opening;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.id.CaseId;
import org.safehand.referral.id.ExhibitId;
import org.safehand.referral.id.ReferralId;
import org.safehand.referral.opening.Opening;
import org.safehand.referral.opening.OpeningId;
import org.safehand.referral.opening.Openings;
import org.safehand.store.unit.EntityWork;

/**
 * Openings as rows, of ids and times alone. Who deletes the row has used the opening: another
 * transaction that wants it waits until the first ends, and finds the row gone, or there again.
 * Openings that nobody used go with the next of the same person.
 */
public final class JpaOpenings implements Openings {
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String ADD =
      "insert into exhibit_opening"
          + " (opening_id, case_id, referral_id, exhibit_id, person, opened_at, until_at)"
          + " values (:id, :case, :referral, :exhibit, :person, :opened, :until)";
  private static final String FORGET =
      "delete from exhibit_opening where person = :person and until_at < :old";
  private static final String FIND =
      "select case_id, referral_id, exhibit_id, opened_at from exhibit_opening"
          + " where opening_id = :id and person = :person";
  private static final String USE =
      "delete from exhibit_opening where opening_id = :id and person = :person";

  private final EntityWork work;

  public JpaOpenings(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void add(Opening opening) {
    work.entities()
        .createNativeQuery(FORGET)
        .setParameter("person", opening.person().value())
        .setParameter("old", opening.openedAt().minus(KEPT))
        .executeUpdate();
    work.entities()
        .createNativeQuery(ADD)
        .setParameter("id", opening.id().value())
        .setParameter("case", opening.caseId().value())
        .setParameter("referral", opening.referral().value())
        .setParameter("exhibit", opening.exhibit().value())
        .setParameter("person", opening.person().value())
        .setParameter("opened", opening.openedAt())
        .setParameter("until", opening.until())
        .executeUpdate();
  }

  @Override
  public Optional<Opening> find(OpeningId id, StaffNumber person) {
    List<?> found =
        work.entities()
            .createNativeQuery(FIND, Tuple.class)
            .setParameter("id", id.value())
            .setParameter("person", person.value())
            .getResultList();
    return found.stream().findFirst().map(row -> opening(id, person, (Tuple) row));
  }

  @Override
  public boolean use(Opening opening) {
    return work.entities()
            .createNativeQuery(USE)
            .setParameter("id", opening.id().value())
            .setParameter("person", opening.person().value())
            .executeUpdate()
        == 1;
  }

  private static Opening opening(OpeningId id, StaffNumber person, Tuple row) {
    return new Opening(
        id,
        new CaseId(row.get("case_id", UUID.class)),
        new ReferralId(row.get("referral_id", UUID.class)),
        new ExhibitId(row.get("exhibit_id", UUID.class)),
        person,
        row.get("opened_at", Instant.class));
  }
}
