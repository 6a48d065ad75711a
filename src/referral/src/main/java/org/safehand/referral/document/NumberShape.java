package org.safehand.referral.document;

import org.safehand.custody.json.JsonInteger;
import org.safehand.custody.json.JsonValue;
import org.safehand.referral.refusal.RefusalCode;

/** A whole number within limits, both included. */
public record NumberShape(long min, long max) implements Shape {
  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonInteger number)) {
      faults.wrongKind(at, "a whole number");
    } else if (number.value() < min || number.value() > max) {
      faults.add(at, RefusalCode.VALUE_INVALID, "must be from " + min + " to " + max);
    }
  }
}
