package org.safehand.store.stepup;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safehand.referral.stepup.Grant;
import org.safehand.referral.stepup.ProvenAct;
import org.safehand.referral.stepup.StepUps;
import org.safehand.store.unit.EntityWork;

/**
 * Grants as rows. Who deletes the row has the grant: another transaction that wants it waits until
 * the first ends, and finds the row gone, or there again. A grant that nobody used goes with the
 * next of the same person.
 */
public final class JpaStepUps implements StepUps {
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String THE_ACT =
      " where person = :person and operation = :operation and object = :object"
          + " and version = :version and digest = :digest";
  private static final String KEEP =
      "insert into step_up_grant (person, operation, object, version, digest, authenticated)"
          + " values (:person, :operation, :object, :version, :digest, :at)"
          + " on conflict (person, operation, object, version, digest)"
          + " do update set authenticated = excluded.authenticated";
  private static final String TAKE =
      "delete from step_up_grant" + THE_ACT + " and authenticated > :since returning authenticated";
  private static final String FORGET =
      "delete from step_up_grant where person = :person and authenticated < :old";

  private final EntityWork work;

  public JpaStepUps(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void keep(Grant grant) {
    work.entities()
        .createNativeQuery(FORGET)
        .setParameter("person", grant.binding().person().value())
        .setParameter("old", grant.authenticated().minus(KEPT))
        .executeUpdate();
    about(work.entities().createNativeQuery(KEEP), grant.binding())
        .setParameter("at", grant.authenticated())
        .executeUpdate();
  }

  @Override
  public Optional<Grant> take(ProvenAct binding, Instant since) {
    List<?> taken =
        about(work.entities().createNativeQuery(TAKE, Instant.class), binding)
            .setParameter("since", since)
            .getResultList();
    return taken.stream().findFirst().map(at -> new Grant(binding, (Instant) at));
  }

  private static Query about(Query query, ProvenAct binding) {
    return query
        .setParameter("person", binding.person().value())
        .setParameter("operation", binding.operation().wire())
        .setParameter("object", binding.object())
        .setParameter("version", binding.version())
        .setParameter("digest", binding.digest().bytes());
  }
}
