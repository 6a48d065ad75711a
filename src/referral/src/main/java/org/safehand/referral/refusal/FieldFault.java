package org.safehand.referral.refusal;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one field.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param code what kind of fault
 * @param detail a sentence that never repeats the value
 */
public record FieldFault(String pointer, RefusalCode code, String detail) {
  /** Refuses nulls. */
  public FieldFault {
    requireNonNull(pointer, "pointer is null");
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
  }
}
