package org.safehand.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safehand.referral.port.InMemoryPorts;
import org.safehand.referral.refusal.Outcome;
import org.safehand.referral.refusal.RefusalCode;
import org.safehand.referral.sample.Samples;
import org.safehand.referral.task.Task;
import org.safehand.referral.task.TaskKind;

final class TaskWorkerTest {
  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final Task SEAL = Task.seal(Samples.IDS.referral());

  private final InMemoryPorts ports = new InMemoryPorts();
  private final List<Task> seen = new ArrayList<>();

  @Test
  void task_done_isNotGivenOutAgain() throws Exception {
    put(SEAL);
    TaskWorker worker = worker(task -> finish(task));

    assertThat(worker.step()).isTrue();
    ports.letPass(LEASE.plusSeconds(1));
    assertThat(worker.step()).isFalse();
  }

  @Test
  void task_refused_comesAgainWhenItsLeaseEnds() throws Exception {
    put(SEAL);
    TaskWorker worker =
        worker(
            task -> {
              seen.add(task);
              return Outcome.refused(RefusalCode.TIME_STAMP_UNAVAILABLE, "later");
            });

    worker.step();
    assertThat(worker.step()).isFalse();
    ports.letPass(LEASE.plusSeconds(1));
    assertThat(worker.step()).isTrue();
    assertThat(seen).containsExactly(SEAL, SEAL);
  }

  @Test
  void task_ofAnotherKind_isLeftAlone() throws Exception {
    put(Task.pack(Samples.IDS.dispatch()));

    assertThat(worker(this::finish).step()).isFalse();
  }

  @Test
  void authorisation_witnessedAtTheThirdLook_isPackagedInOneStep() throws Exception {
    WitnessWait wait =
        new WitnessWait(
            task -> {
              seen.add(task);
              return seen.size() < 3
                  ? Outcome.refused(RefusalCode.AUTHORISATION_NOT_WITNESSED, "not yet")
                  : Outcome.done(task);
            },
            Duration.ofMillis(1),
            5);

    assertThat(wait.of(SEAL)).isEqualTo(Outcome.done(SEAL));
    assertThat(seen).hasSize(3);
  }

  @Test
  void authorisation_neverWitnessed_isLeftForLater() throws Exception {
    WitnessWait wait =
        new WitnessWait(
            task -> {
              seen.add(task);
              return Outcome.refused(RefusalCode.AUTHORISATION_NOT_WITNESSED, "not yet");
            },
            Duration.ofMillis(1),
            5);

    wait.of(SEAL);
    assertThat(seen).hasSize(5);
  }

  private Outcome<?> finish(Task task) {
    return ports
        .unit()
        .run(
            () -> {
              ports.outbox().done(task);
              return Outcome.done(task);
            });
  }

  private TaskWorker worker(TaskWorker.Doing doing) {
    return new TaskWorker(ports.unit(), ports.outbox(), TaskKind.SEAL, LEASE, doing);
  }

  private void put(Task task) {
    ports
        .unit()
        .run(
            () -> {
              ports.outbox().put(task);
              return task;
            });
  }
}
