package org.safehand.store.request;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;
import org.safehand.store.unit.EntityWork;

/** Tasks in PostgreSQL, each given to one taker at a time by the database's clock. */
public final class JpaOutbox implements Outbox {
  private static final String PUT =
      "insert into task (kind, subject) values (:kind, :subject) on conflict do nothing";
  private static final String TAKE =
      "update task set hidden_until = clock_timestamp() + :millis * interval '1 millisecond'"
          + " where (kind, subject) = (select kind, subject from task"
          + " where kind = :kind and hidden_until <= clock_timestamp()"
          + " order by put_at, subject limit 1 for update skip locked)"
          + " returning subject";
  private static final String DONE = "delete from task where kind = :kind and subject = :subject";

  private final EntityWork work;

  public JpaOutbox(EntityWork work) {
    this.work = requireNonNull(work, "work is null");
  }

  @Override
  public void put(Task task) {
    about(PUT, task).executeUpdate();
  }

  @Override
  public Optional<Task> take(TaskKind kind, Duration lease) {
    List<?> subjects =
        work.entities()
            .createNativeQuery(TAKE, UUID.class)
            .setParameter("kind", kind.name())
            .setParameter("millis", lease.toMillis())
            .getResultList();
    return subjects.stream().findFirst().map(subject -> new Task(kind, (UUID) subject));
  }

  @Override
  public void done(Task task) {
    about(DONE, task).executeUpdate();
  }

  private Query about(String sql, Task task) {
    return work.entities()
        .createNativeQuery(sql)
        .setParameter("kind", task.kind().name())
        .setParameter("subject", task.subject());
  }
}
