package org.safehand.referral.port.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

/** Tasks in memory. */
public final class InMemoryOutbox implements Outbox {
  private final Shelf<Task, Instant> tasks;
  private final Clock clock;

  public InMemoryOutbox(InMemoryUnitOfWork unit, Clock clock) {
    this.tasks = new Shelf<>(unit);
    this.clock = clock;
  }

  @Override
  public void put(Task task) {
    if (tasks.find(task).isEmpty()) {
      tasks.put(task, clock.instant());
    }
  }

  @Override
  public Optional<Task> take(TaskKind kind, Duration lease) {
    tasks.unit().require();
    Optional<Task> due =
        tasks.all().entrySet().stream()
            .filter(entry -> entry.getKey().kind() == kind)
            .filter(entry -> !entry.getValue().isAfter(clock.instant()))
            .min(Comparator.comparing(Map.Entry::getValue))
            .map(Map.Entry::getKey);
    due.ifPresent(task -> tasks.put(task, clock.instant().plus(lease)));
    return due;
  }

  @Override
  public void done(Task task) {
    tasks.remove(task);
  }
}
