package org.safehand.custody.audit;

import java.util.ArrayList;
import java.util.List;

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

  List<Finding> kept() {
    return List.copyOf(kept);
  }

  long count() {
    return count;
  }
}
