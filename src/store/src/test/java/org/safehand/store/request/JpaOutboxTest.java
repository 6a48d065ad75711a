package org.safehand.store.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.safehand.referral.port.Outbox;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;
import org.safehand.store.sample.Samples;
import org.safehand.store.sample.TestStore;

class JpaOutboxTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private final TestStore store = TestStore.create();
  private final Outbox outbox = store.store().outbox();
  private final Task first = Task.seal(Samples.IDS.referral());
  private final Task second = Task.seal(Samples.IDS.referral());

  @Test
  void take_givesTheOldestOfItsKindAndHidesIt() {
    put(first);
    put(second);
    put(first);

    assertThat(take(TaskKind.PACKAGE, LEASE)).isEmpty();
    assertThat(take(TaskKind.SEAL, LEASE)).contains(first);
    assertThat(take(TaskKind.SEAL, LEASE)).contains(second);
    assertThat(take(TaskKind.SEAL, LEASE)).isEmpty();
  }

  @Test
  void take_afterTheLeaseEnded_givesTheTaskAgain() {
    put(first);

    assertThat(take(TaskKind.SEAL, Duration.ZERO)).contains(first);
    assertThat(take(TaskKind.SEAL, Duration.ZERO)).contains(first);
  }

  @Test
  void take_whileAnotherTakes_passesOver() {
    put(first);
    put(second);

    Optional<Task> other =
        store.inUnit(
            () -> {
              assertThat(outbox.take(TaskKind.SEAL, LEASE)).contains(first);
              return CompletableFuture.supplyAsync(() -> take(TaskKind.SEAL, LEASE)).join();
            });

    assertThat(other).contains(second);
  }

  @Test
  void done_task_isGone() {
    put(first);
    store.unit(() -> outbox.done(first));
    store.unit(() -> outbox.done(first));

    assertThat(take(TaskKind.SEAL, LEASE)).isEmpty();
  }

  private void put(Task task) {
    store.unit(() -> outbox.put(task));
  }

  private Optional<Task> take(TaskKind kind, Duration lease) {
    return store.inUnit(() -> outbox.take(kind, lease));
  }
}
