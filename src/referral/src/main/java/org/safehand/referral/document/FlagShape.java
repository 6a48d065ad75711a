package org.safehand.referral.document;

import org.safehand.custody.json.JsonBoolean;
import org.safehand.custody.json.JsonValue;

/** True or false. */
public record FlagShape() implements Shape {
  @Override
  public void check(JsonValue value, String at, Faults faults) {
    if (!(value instanceof JsonBoolean)) {
      faults.wrongKind(at, "true or false");
    }
  }
}
