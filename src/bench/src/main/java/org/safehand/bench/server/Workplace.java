package org.safehand.bench.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.safehand.launcher.archive.ServerFolder;
import org.safehand.launcher.fault.LaunchException;
import org.safehand.launcher.place.Installation;
import org.safehand.launcher.place.VarFolder;
import org.safehand.launcher.process.Children;

/**
 * Where benchmarks run: the built repository, and a state folder that is empty at the start and
 * gone at the end, with every process that was started for it.
 */
public final class Workplace implements AutoCloseable {
  private final Installation installation;
  private final VarFolder folder;
  private final Children children;
  private final PrintStream progress;
  private final Thread undo = new Thread(this::close, "undo");

  private Workplace(Installation installation, VarFolder folder, PrintStream progress) {
    this.installation = requireNonNull(installation, "installation is null");
    this.folder = requireNonNull(folder, "folder is null");
    this.children = new Children(folder);
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * A workplace in {@code folder}; what an earlier run left there is deleted.
   *
   * @param progress is told what is being measured
   */
  public static Workplace open(Installation installation, Path folder, PrintStream progress)
      throws IOException {
    ServerFolder.delete(folder);
    Workplace workplace = new Workplace(installation, new VarFolder(folder), progress);
    Runtime.getRuntime().addShutdownHook(workplace.undo);
    return workplace;
  }

  public Installation installation() {
    return installation;
  }

  public VarFolder folder() {
    return folder;
  }

  public Children children() {
    return children;
  }

  /** Tells what is going on, one line. */
  public void tell(String line) {
    progress.println("  " + line);
  }

  @Override
  public void close() {
    try {
      children.killStarted();
      ServerFolder.delete(folder.root());
    } catch (IOException | LaunchException e) {
      progress.println("  " + folder.root() + " could not be cleared: " + e.getMessage());
    }
    if (Thread.currentThread() != undo) {
      forgetUndo();
    }
  }

  private void forgetUndo() {
    try {
      Runtime.getRuntime().removeShutdownHook(undo);
    } catch (IllegalStateException e) {
      // the process is being ended from outside: the hook runs already, and finds nothing left
      return;
    }
  }
}
