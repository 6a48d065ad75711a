package org.safehand.referral.refusal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A foreseen no.
 *
 * @param code stable; what programs read
 * @param detail one sentence for a person; no case content
 * @param faults the fields at fault; empty unless the request's document was refused
 */
public record Refusal(RefusalCode code, String detail, List<FieldFault> faults) {
  /** Copies the list. */
  public Refusal {
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
    faults = List.copyOf(faults);
  }

  /** A refusal that is about no single field. */
  public static Refusal of(RefusalCode code, String detail) {
    return new Refusal(code, detail, List.of());
  }

  /**
   * A refusal of a document for {@code faults}, of which there is at least one; its code is the
   * first fault's.
   */
  public static Refusal of(List<FieldFault> faults) {
    FieldFault first = faults.get(0);
    return new Refusal(first.code(), first.pointer() + ": " + first.detail(), faults);
  }

  /** The pointers of all fields at fault, in the order in which they were found. */
  public List<String> pointers() {
    return faults.stream().map(FieldFault::pointer).toList();
  }
}
