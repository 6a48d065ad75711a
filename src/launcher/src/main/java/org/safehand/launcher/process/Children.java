package org.safehand.launcher.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safehand.launcher.fault.LaunchCode;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.VarFolder;

/** The child processes of one platform. */
public final class Children {
  private final VarFolder folder;
  private final ConcurrentLinkedDeque<String> started = new ConcurrentLinkedDeque<>();

  public Children(VarFolder folder) {
    this.folder = requireNonNull(folder, "folder is null");
  }

  /** Starts a child in a session of its own, so that it outlives the launcher and its terminal. */
  public Child start(ChildSpec spec) throws IOException {
    Files.createDirectories(folder.logs());
    Files.createDirectories(spec.directory());
    Path log = log(spec.name());
    long offset = Files.exists(log) ? Files.size(log) : 0;
    List<String> command = new ArrayList<>(Programs.ownSession());
    command.addAll(spec.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(spec.directory().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(spec.environment());
    ProcessHandle handle = builder.start().toHandle();
    pidFile(spec.name()).write(handle);
    started.push(spec.name());
    return new Child(spec.name(), handle, new ChildLog(log, offset));
  }

  /** Whether the child of that name runs. */
  public boolean running(String name) throws IOException {
    return pidFile(name).running().isPresent();
  }

  /**
   * Tells the child to end (SIGTERM) and waits.
   *
   * @return false if it was not running
   */
  public boolean stop(String name, Duration patience) throws IOException, LaunchException {
    return end(name, ProcessHandle::destroy, patience);
  }

  /**
   * Ends the child at once (SIGKILL) and waits until it is gone.
   *
   * @return false if it was not running
   */
  public boolean kill(String name) throws IOException, LaunchException {
    return end(name, ProcessHandle::destroyForcibly, Duration.ofSeconds(10));
  }

  /**
   * Interrupts the child (SIGINT) and waits.
   *
   * @return false if it was not running
   */
  public boolean interrupt(String name, Duration patience) throws IOException, LaunchException {
    return end(name, Children::sendInterrupt, patience);
  }

  /** Ends at once whatever this object has started, last first. */
  public void killStarted() throws IOException, LaunchException {
    String name = started.poll();
    while (name != null) {
      kill(name);
      name = started.poll();
    }
  }

  private static boolean sendInterrupt(ProcessHandle process) {
    try {
      return new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean end(String name, Signal signal, Duration patience)
      throws IOException, LaunchException {
    Optional<ProcessHandle> process = pidFile(name).running();
    if (process.isPresent()) {
      if (!signal.send(process.get())) {
        throw new LaunchException(
            LaunchCode.SERVER_NOT_STOPPED, name + " cannot be signalled by this user");
      }
      awaitEnd(name, process.get(), patience);
    }
    pidFile(name).delete();
    return process.isPresent();
  }

  private static void awaitEnd(String name, ProcessHandle process, Duration patience)
      throws LaunchException {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LaunchException(
          LaunchCode.SERVER_NOT_STOPPED,
          "%s (pid %d) did not end within %d s"
              .formatted(name, process.pid(), patience.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchException(LaunchCode.SERVER_NOT_STOPPED, "interrupted stopping " + name, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for pid " + process.pid(), e);
    }
  }

  /** The log of the child of that name. */
  public Path log(String name) {
    return folder.logs().resolve(name + ".log");
  }

  private PidFile pidFile(String name) {
    return new PidFile(folder.pids().resolve(name + ".pid"));
  }

  private interface Signal {
    boolean send(ProcessHandle process);
  }
}
