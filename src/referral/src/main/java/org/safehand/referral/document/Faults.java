package org.safehand.referral.document;

import java.util.ArrayList;
import java.util.List;
import org.safehand.referral.refusal.FieldFault;
import org.safehand.referral.refusal.RefusalCode;

/** Collects what is wrong with one document, up to a limit that no honest mistake reaches. */
public final class Faults {
  private static final int LIMIT = 100;

  private final List<FieldFault> found = new ArrayList<>();

  /** Adds a fault of the field at {@code pointer}; {@code detail} never repeats the value. */
  public void add(String pointer, RefusalCode code, String detail) {
    if (found.size() < LIMIT) {
      found.add(new FieldFault(pointer, code, detail));
    }
  }

  /** Everything found so far, in the order of the document. */
  public List<FieldFault> found() {
    return List.copyOf(found);
  }

  void wrongKind(String pointer, String wanted) {
    add(pointer, RefusalCode.VALUE_INVALID, "must be " + wanted);
  }
}
