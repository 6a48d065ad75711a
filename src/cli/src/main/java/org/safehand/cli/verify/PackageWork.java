package org.safehand.cli.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.safehand.cli.terminal.Progress;
import org.safehand.cli.terminal.Terminal;
import org.safehand.packaging.open.OpenWatch;
import org.safehand.packaging.open.OpenWork;
import org.safehand.packaging.segment.SegmentCipher;

/** A second thread for one package, and its progress on the terminal if it takes a while. */
public final class PackageWork implements OpenWatch, AutoCloseable {
  /** What takes about a second. */
  private static final long WORTH_SHOWING = 256L * 1024 * 1024;

  private final Terminal terminal;
  private final ExecutorService helper =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "helper");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Progress> shown = new ArrayDeque<>();

  /** Shows on {@code terminal}. */
  public PackageWork(Terminal terminal) {
    this.terminal = requireNonNull(terminal, "terminal is null");
  }

  /** The work itself. */
  public OpenWork work() {
    return new OpenWork(helper, this);
  }

  /** The same, with decryption made ready meanwhile. */
  OpenWork openingWork() {
    helper.execute(SegmentCipher::warmUp);
    return work();
  }

  @Override
  public LongConsumer checking(long bytes) {
    return show("checked", bytes);
  }

  @Override
  public LongConsumer decrypting(long bytes) {
    return show("decrypted", bytes);
  }

  private LongConsumer show(String label, long bytes) {
    endLine();
    if (bytes < WORTH_SHOWING) {
      return done -> {};
    }
    Progress progress = terminal.progress(label, bytes);
    shown.push(progress);
    return progress::add;
  }

  private void endLine() {
    while (!shown.isEmpty()) {
      shown.pop().close();
    }
  }

  @Override
  public void close() {
    endLine();
    helper.shutdownNow();
  }
}
