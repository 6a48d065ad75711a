package org.safehand.sequencer.database;

import static java.util.Objects.requireNonNull;

import org.safehand.custody.digest.Digest;

/** The row of log_head: how many leaves, under which root. */
public record LogHead(long size, Digest root) {
  public LogHead {
    requireNonNull(root, "root is null");
  }
}
