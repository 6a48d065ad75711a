package org.safehand.launcher.stage;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One ticked line per step, with its seconds. */
public final class ConsoleProgress implements Progress {
  private final PrintStream out;

  public ConsoleProgress(PrintStream out) {
    this.out = requireNonNull(out, "out is null");
  }

  @Override
  public synchronized void done(String step, Duration took) {
    out.println(String.format(Locale.ROOT, "  ✓ %-58s %6.1f s", step, took.toMillis() / 1000.0));
  }

  @Override
  public synchronized void failed(String step) {
    out.println("  ✗ " + step);
  }
}
