package org.safehand.referral.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.safehand.custody.json.JsonArray;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.refusal.RefusalCode;

/** A list of values of one shape, from {@code min} to {@code max} of them. */
public record ListShape(Shape element, int min, int max) implements Shape {
  /** Refuses null. */
  public ListShape {
    requireNonNull(element, "element is null");
  }

  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonArray array)) {
      faults.wrongKind(at, "a list");
      return;
    }
    List<JsonValue> elements = array.elements();
    if (elements.size() < min) {
      faults.add(at, RefusalCode.TOO_FEW_ENTRIES, "needs at least " + min);
    } else if (elements.size() > max) {
      faults.add(at, RefusalCode.VALUE_TOO_LONG, "has more than " + max + " entries");
    } else {
      for (int i = 0; i < elements.size(); i++) {
        element.check(elements.get(i), at + "/" + i, faults);
      }
    }
  }
}
