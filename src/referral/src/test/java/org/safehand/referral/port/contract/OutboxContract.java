package org.safehand.referral.port.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

/** A task is given to one at a time, and again when it was not done in time. */
public interface OutboxContract {
  Ports ports();

  @Test
  default void task_isGivenOnceUntilItsLeaseEnds() {
    drain();
    Task task = Task.seal(Samples.IDS.referral());
    put(task);
    assertThat(take(Duration.ofMillis(300))).contains(task);
    assertThat(take(Duration.ofMillis(300))).isEmpty();
    ports().letPass(Duration.ofMillis(400));
    assertThat(take(Duration.ofMillis(300))).contains(task);
    done(task);
    ports().letPass(Duration.ofMillis(400));
    assertThat(take(Duration.ofMillis(300))).isEmpty();
  }

  @Test
  default void task_putTwice_isThereOnce() {
    drain();
    Task task = Task.seal(Samples.IDS.referral());
    put(task);
    put(task);
    assertThat(take(Duration.ofHours(1))).contains(task);
    assertThat(take(Duration.ofHours(1))).isEmpty();
    done(task);
  }

  @Test
  default void task_ofAnotherKind_isPassedOver() {
    drain();
    Task task = Task.authorise(Samples.IDS.dispatch());
    put(task);
    assertThat(take(Duration.ofHours(1))).isEmpty();
    done(task);
    done(task);
  }

  private void drain() {
    List<Task> left = new ArrayList<>();
    for (Optional<Task> task = take(Duration.ofHours(1));
        task.isPresent();
        task = take(Duration.ofHours(1))) {
      left.add(task.get());
    }
    left.forEach(this::done);
  }

  private Optional<Task> take(Duration lease) {
    return ports().unit().run(() -> ports().outbox().take(TaskKind.SEAL, lease));
  }

  private void put(Task task) {
    ports()
        .unit()
        .run(
            () -> {
              ports().outbox().put(task);
              return task;
            });
  }

  private void done(Task task) {
    ports()
        .unit()
        .run(
            () -> {
              ports().outbox().done(task);
              return task;
            });
  }
}
