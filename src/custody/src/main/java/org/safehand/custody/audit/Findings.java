package org.safehand.custody.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safehand.custody.stored.StoredRow;

/** Collects findings; after {@value #LIMIT} it only counts. For one thread. */
final class Findings {
  static final int LIMIT = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private long count;

  void add(AuditFault fault, String place, String expected, String found) {
    count++;
    if (kept.size() < LIMIT) {
      kept.add(new Finding(fault, place, expected, found));
    }
  }

  /** What of {@code rows} can be read; each that cannot is a finding. */
  <T> Stream<T> read(Stream<StoredRow<T>> rows) {
    return rows.flatMap(row -> read(row).stream());
  }

  private <T> Optional<T> read(StoredRow<T> row) {
    if (row instanceof StoredRow.Damaged<T> damaged) {
      add(AuditFault.ROW_DAMAGED, damaged.place(), "a row that can be read", damaged.reason());
      return Optional.empty();
    }
    return Optional.of(((StoredRow.Read<T>) row).value());
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  long count() {
    return count;
  }
}
