package org.safehand.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.safehand.sequencer.fault.SequencerException;

/** The service of a log on a thread, from start to end. */
final class RunningService implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CompletableFuture<@Nullable SequencerException> end = new CompletableFuture<>();
  private final Service service;
  private boolean refused;

  RunningService(TestLog log) throws SequencerException {
    this.service =
        new Service(
            log.settings(),
            Clock.systemUTC(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            log.alarmStream());
    new Thread(this::run, "service").start();
  }

  private void run() {
    try {
      service.run();
      end.complete(null);
    } catch (SequencerException e) {
      end.complete(e);
    } catch (InterruptedException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  /** Returns once {@code condition} holds; fails if the service ends before, or after a while. */
  void await(Callable<Boolean> condition) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      assertThat(end).as("the service serves").isNotDone();
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /** Why it ended by itself. */
  SequencerException awaitRefusal() throws Exception {
    SequencerException refusal = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    refused = true;
    assertThat(refusal).isNotNull();
    return refusal;
  }

  @Override
  public void close() {
    service.stop();
    SequencerException refusal = end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    assertThat(refusal == null || refused).as("unexpected: %s", refusal).isTrue();
  }
}
