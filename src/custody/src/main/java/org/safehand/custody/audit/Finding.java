package org.safehand.custody.audit;

import static java.util.Objects.requireNonNull;

/**
 * One thing that does not hold.
 *
 * @param fault what kind
 * @param place where: a case and sequence, an index, a tile, a checkpoint
 * @param expected what should be there
 * @param found what is there
 */
public record Finding(AuditFault fault, String place, String expected, String found) {
  public Finding {
    requireNonNull(fault, "fault is null");
    requireNonNull(place, "place is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(found, "found is null");
  }

  @Override
  public String toString() {
    return fault.code() + ": " + place + ": expected " + expected + ", found " + found;
  }
}
