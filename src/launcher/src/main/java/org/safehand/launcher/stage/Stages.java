package org.safehand.launcher.stage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** Runs steps side by side, each as soon as the steps before it are done. */
public final class Stages implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Stage> stages = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Progress progress;

  public Stages(Progress progress) {
    this.progress = requireNonNull(progress, "progress is null");
  }

  /** What a step does. */
  @FunctionalInterface
  public interface Work {
    /** Does it, or fails. */
    void run() throws IOException, InterruptedException, GeneralSecurityException, LaunchException;
  }

  /** A step that others can wait for. */
  public static final class Stage {
    private final CompletableFuture<Void> finished = new CompletableFuture<>();

    private Stage() {}
  }

  /** Adds a step that starts when the steps {@code after} are done. */
  public Stage add(String name, Work work, Stage... after) {
    Stage stage = new Stage();
    stages.add(stage);
    List<Stage> conditions = List.of(after);
    try {
      threads.execute(() -> run(name, work, stage, conditions));
    } catch (RejectedExecutionException e) {
      // an earlier step has failed meanwhile
      stage.finished.completeExceptionally(e);
    }
    return stage;
  }

  private void run(String name, Work work, Stage stage, List<Stage> conditions) {
    try {
      for (Stage condition : conditions) {
        condition.finished.get();
      }
      long start = System.nanoTime();
      try {
        work.run();
      } catch (IOException
          | InterruptedException
          | GeneralSecurityException
          | LaunchException
          | RuntimeException e) {
        fail(name, e);
        throw e;
      }
      progress.done(name, Duration.ofNanos(System.nanoTime() - start));
      stage.finished.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stage.finished.completeExceptionally(e);
    } catch (ExecutionException
        | IOException
        | GeneralSecurityException
        | LaunchException
        | RuntimeException e) {
      stage.finished.completeExceptionally(e);
    }
  }

  private void fail(String name, Exception reason) {
    if (failure.compareAndSet(null, reason)) {
      progress.failed(name);
      threads.shutdownNow();
    }
  }

  /** Waits for every step; the first failure is thrown. */
  public void await() throws LaunchException, InterruptedException {
    for (Stage stage : stages) {
      try {
        stage.finished.get();
      } catch (ExecutionException e) {
        throw reason(e);
      }
    }
  }

  private LaunchException reason(ExecutionException fallback) {
    Throwable first = failure.get();
    Throwable cause = first == null ? fallback : first;
    if (cause instanceof LaunchException launch) {
      return launch;
    }
    return new LaunchException(LaunchCode.STATE_UNUSABLE, String.valueOf(cause), cause);
  }

  /** Ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
