package org.safehand.bench.process;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads beside that the server would lend. */
public final class Helper {
  private Helper() {}

  /** A thread that does not keep its process alive. */
  public static Executor thread() {
    return threads(1);
  }

  /** So many threads, which do not keep their process alive. */
  public static ExecutorService threads(int count) {
    return Executors.newFixedThreadPool(
        count,
        task -> {
          Thread thread = new Thread(task, "helper");
          thread.setDaemon(true);
          return thread;
        });
  }
}
