package org.safehand.launcher.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;

/** A child process that was just started. */
public final class Child {
  private static final Duration STEP = Duration.ofMillis(100);

  private final String name;
  private final ProcessHandle process;
  private final ChildLog log;

  Child(String name, ProcessHandle process, ChildLog log) {
    this.name = requireNonNull(name, "name is null");
    this.process = requireNonNull(process, "process is null");
    this.log = requireNonNull(log, "log is null");
  }

  /** What this process has written since it was started. */
  public ChildLog log() {
    return log;
  }

  /** Waits until the child is ready; fails as soon as its process ends. */
  public void awaitReady(Readiness readiness, Duration patience)
      throws IOException, InterruptedException, LaunchException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!readiness.ready()) {
      if (!process.isAlive()) {
        throw new LaunchException(LaunchCode.SERVER_DIED, name + " ended" + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new LaunchException(
            LaunchCode.SERVER_NOT_READY,
            "%s was not ready within %d s; see %s"
                .formatted(name, patience.toSeconds(), log.file()));
      }
      Thread.sleep(STEP.toMillis());
    }
  }

  /** Waits for the end of a child that does one job. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(STEP.toMillis());
    }
    return !process.isAlive();
  }

  private String lastWords() throws IOException {
    Optional<String> last = log.lastLine();
    return last.map(line -> ": " + line).orElse("") + "; see " + log.file();
  }
}
