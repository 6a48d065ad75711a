package org.safehand.store.anchor;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.safehand.referral.log.LogStanding;
import org.safehand.referral.log.LogState;
import org.safehand.store.unit.EntityWork;

/**
 * How far the log is, in one statement of a few index look-ups.
 *
 * <p>Events that are sequenced are published in the same transaction, so what is unpublished is
 * what has no index. What waits for a witness or an anchor is that, and the events behind the size
 * in question; of these the first in the log's order stands for all. How old they are is asked of
 * functions, because it concerns everybody, and events are seen from within a view only.
 */
public final class JpaLogStanding implements LogStanding {
  private static final String NOW =
      """
      with size as (
        select coalesce((select max(size) from log_checkpoint), 0) as published,
               coalesce((select max(size) from log_witnessed), 0) as witnessed,
               coalesce((select max(size) from log_anchor), 0) as anchored
      ), pending as (
        select door.pending_since() as since
      )
      select clock_timestamp(), published, witnessed, anchored,
        (select anchored_at from log_anchor where size = anchored),
        pending.since,
        least(pending.since, door.recorded_at(witnessed)),
        least(pending.since, door.recorded_at(anchored))
      from size, pending
      """;

  private final EntityWork work;

  public JpaLogStanding(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public LogState now() {
    return work.read(
        entities -> state((Tuple) entities.createNativeQuery(NOW, Tuple.class).getSingleResult()));
  }

  private static LogState state(Tuple row) {
    return new LogState(
        row.get(0, Instant.class),
        row.get(1, Long.class),
        row.get(2, Long.class),
        row.get(3, Long.class),
        time(row, 4),
        time(row, 5),
        time(row, 6),
        time(row, 7));
  }

  private static Optional<Instant> time(Tuple row, int column) {
    return Optional.ofNullable(row.get(column, Instant.class));
  }
}
