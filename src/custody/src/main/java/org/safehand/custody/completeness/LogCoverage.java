package org.safehand.custody.completeness;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.safehand.custody.note.Checkpoint;

/**
 * What an extract was found to cover of a whole log.
 *
 * @param log the verified log; not smaller than the extract's checkpoint, of which it is a growth
 * @param laterEvents how many events of the case follow the extract in that log; known only if the
 *     extract reveals the next tag key
 */
public record LogCoverage(Checkpoint log, OptionalLong laterEvents) {
  public LogCoverage {
    requireNonNull(log, "log is null");
    requireNonNull(laterEvents, "laterEvents is null");
  }
}
