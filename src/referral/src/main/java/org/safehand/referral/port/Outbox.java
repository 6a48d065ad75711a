package org.safehand.referral.port;

import java.time.Duration;
import java.util.Optional;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

/** What is still to be done; written with the change that causes it. Within a unit of work. */
public interface Outbox {
  /** Adds {@code task}; one that is there already stays as it is. */
  void put(Task task);

  /**
   * Takes the task of {@code kind} that has waited longest and hides it from others for {@code
   * lease}, by the database's clock. If it is not done by then, it is given out again. One that
   * another unit of work is taking is passed over.
   */
  Optional<Task> take(TaskKind kind, Duration lease);

  /** Removes {@code task}; one that is not there is no fault. */
  void done(Task task);
}
