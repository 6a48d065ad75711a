package org.safehand.packaging.open;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;

/**
 * By whom a package is checked and opened, beside the thread that asks for it.
 *
 * @param helpers does up to half of the hashing; a thread of its own makes it nearly twice as fast
 * @param watch is told how far it has come
 */
public record OpenWork(Executor helpers, OpenWatch watch) {
  /** The asking thread alone, unseen. */
  public static final OpenWork ALONE = new OpenWork(Runnable::run, OpenWatch.NOBODY);

  /** Refuses nulls. */
  public OpenWork {
    requireNonNull(helpers, "helpers is null");
    requireNonNull(watch, "watch is null");
  }
}
