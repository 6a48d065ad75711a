package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

/**
 * A figure that could not be taken.
 *
 * @param why in one line
 */
public record NotTaken(String why) implements Outcome {
  public NotTaken {
    requireNonNull(why, "why is null");
    why = why.lines().findFirst().orElse("").replace('\t', ' ').strip();
  }

  /** Because of {@code fault}, by its innermost cause. */
  public static NotTaken because(Throwable fault) {
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new NotTaken(cause.toString());
  }
}
