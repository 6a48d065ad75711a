package org.safehand.bench.process;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The second thread that the server would lend. */
public final class Helper {
  private Helper() {}

  /** A thread that does not keep its process alive. */
  public static Executor thread() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "helper");
          thread.setDaemon(true);
          return thread;
        });
  }
}
