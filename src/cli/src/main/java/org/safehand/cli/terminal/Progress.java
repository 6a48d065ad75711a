package org.safehand.cli.terminal;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/** How far a transfer has come: a line that overwrites itself where a person watches. */
public final class Progress implements AutoCloseable {
  private static final long MEBIBYTE = 1L << 20;

  private final String label;
  private final long total;
  private final PrintWriter err;
  private final boolean interactive;
  private long done;
  private long shownPercent = -1;

  Progress(String label, long total, PrintWriter err, boolean interactive) {
    this.label = requireNonNull(label, "label is null");
    this.total = total;
    this.err = requireNonNull(err, "err is null");
    this.interactive = interactive;
  }

  /** {@code bytes} more are done. */
  public synchronized void add(long bytes) {
    done += bytes;
    long percent = total <= 0 ? 100 : 100 * done / total;
    if (interactive && percent != shownPercent) {
      shownPercent = percent;
      err.print("\r" + label + " " + percent + " %");
      err.flush();
    }
  }

  /** Ends the line with what was transferred. */
  @Override
  public synchronized void close() {
    String start = interactive ? "\r" : "";
    err.println(start + label + " " + done / MEBIBYTE + " of " + total / MEBIBYTE + " MiB");
    err.flush();
  }
}
