package org.safehand.cli.terminal;

/** How data is written to standard output. */
public enum OutputFormat {
  /** Canonical JSON on one line. */
  JSON,
  /** Columns for people. */
  TABLE
}
