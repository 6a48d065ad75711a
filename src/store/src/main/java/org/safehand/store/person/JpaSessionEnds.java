package org.safehand.store.person;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.safehand.referral.access.StaffNumber;
import org.safehand.referral.person.SessionEnds;
import org.safehand.store.unit.EntityWork;

/** Ends of sessions in PostgreSQL, which every node asks. */
public final class JpaSessionEnds implements SessionEnds {
  private static final String END =
      "insert into session_end (person, ended_at) values (:person, :at)"
          + " on conflict (person) do update set ended_at = excluded.ended_at"
          + " where session_end.ended_at < excluded.ended_at";
  private static final String ENDED = "select ended_at from session_end where person = :person";

  private final EntityWork work;

  public JpaSessionEnds(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void end(StaffNumber person, Instant at) {
    work.entities()
        .createNativeQuery(END)
        .setParameter("person", person.value())
        .setParameter("at", at)
        .executeUpdate();
  }

  @Override
  public boolean isEnded(StaffNumber person, Instant proven) {
    List<?> ends =
        work.read(
            entities ->
                entities
                    .createNativeQuery(ENDED, Instant.class)
                    .setParameter("person", person.value())
                    .getResultList());
    return ends.stream()
        .map(Instant.class::cast)
        .anyMatch(end -> !proven.isAfter(end.truncatedTo(ChronoUnit.SECONDS)));
  }
}
