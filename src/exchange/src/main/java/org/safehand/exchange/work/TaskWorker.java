package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.port.UnitOfWork;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

/**
 * Takes tasks of one kind from the outbox and has them done. The use case removes the task in the
 * unit of work that does it; one that is refused or fails is given out again when its lease ends.
 */
public final class TaskWorker implements Worker {
  private static final Logger LOG = System.getLogger(TaskWorker.class.getName());

  private final UnitOfWork unit;
  private final Outbox outbox;
  private final TaskKind kind;
  private final Duration lease;
  private final Doing doing;

  /**
   * @param lease how long a task stays hidden from others while it is being done, and how long it
   *     waits after a refusal
   */
  public TaskWorker(UnitOfWork unit, Outbox outbox, TaskKind kind, Duration lease, Doing doing) {
    this.unit = requireNonNull(unit, "unit is null");
    this.outbox = requireNonNull(outbox, "outbox is null");
    this.kind = requireNonNull(kind, "kind is null");
    this.lease = requireNonNull(lease, "lease is null");
    this.doing = requireNonNull(doing, "doing is null");
  }

  @Override
  public boolean step() throws InterruptedException {
    Optional<Task> taken = unit.run(() -> outbox.take(kind, lease));
    if (taken.isEmpty()) {
      return false;
    }
    Task task = taken.get();
    String end = doing.of(task).fold(done -> "done", refusal -> refusal.code().wire());
    LOG.log(Level.INFO, "{0} {1}: {2}", kind, task.subject(), end);
    return true;
  }

  /** The use case that does a task. */
  @FunctionalInterface
  public interface Doing {
    /** What became of {@code task}. */
    Outcome<?> of(Task task) throws InterruptedException;
  }
}
