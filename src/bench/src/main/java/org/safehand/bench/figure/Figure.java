package org.safehand.bench.figure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a report.
 *
 * @param name what is measured, stable: topic and words joined by hyphens, {@code custody.recorded}
 * @param aim what it should reach, if the design says so
 * @param note what a reader should know beside the numbers; may be empty
 * @param outcome what came of it
 */
public record Figure(String name, @Nullable Goal aim, String note, Outcome outcome) {
  public Figure {
    requireNonNull(name, "name is null");
    requireNonNull(note, "note is null");
    requireNonNull(outcome, "outcome is null");
  }

  public Optional<Goal> goal() {
    return Optional.ofNullable(aim);
  }

  /** Whether the goal is reached; empty when there is none or nothing was taken. */
  public Optional<Boolean> held() {
    return outcome instanceof Taken taken
        ? goal().map(goal -> goal.heldBy(taken))
        : Optional.empty();
  }
}
