package org.safehand.exchange.work;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Repeats workers on threads of their own: at once while there is work, then after a short pause. A
 * step that fails is tried again after a longer one; what it left undone is still waiting in the
 * database.
 */
public final class WorkerThreads implements AutoCloseable {
  private static final Logger LOG = System.getLogger(WorkerThreads.class.getName());
  private static final Duration NOTHING_TO_DO = Duration.ofMillis(250);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(3);
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final ThreadFactory factory;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  public WorkerThreads(ThreadFactory factory) {
    this.factory = requireNonNull(factory, "factory is null");
  }

  /** Repeats {@code worker} on {@code count} threads, until this is closed. */
  public void start(String name, int count, Worker worker) {
    for (int i = 1; i <= count; i++) {
      Thread thread = factory.newThread(() -> repeat(name, worker));
      thread.setName("safehand-" + name + "-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void repeat(String name, Worker worker) {
    try {
      while (!stopping) {
        if (!attempt(name, worker)) {
          Thread.sleep(NOTHING_TO_DO.toMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean attempt(String name, Worker worker) throws InterruptedException {
    try {
      return worker.step();
    } catch (RuntimeException e) {
      if (!stopping) {
        LOG.log(Level.ERROR, "the " + name + " worker failed and goes on", e);
        Thread.sleep(AFTER_A_FAULT.toMillis());
      }
      return true;
    }
  }

  /** Ends all threads; one that is sending is interrupted, and its dispatch reconciled later. */
  @Override
  public void close() {
    stopping = true;
    for (Thread thread : threads) {
      thread.interrupt();
    }
    for (Thread thread : threads) {
      try {
        thread.join(TO_END.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
